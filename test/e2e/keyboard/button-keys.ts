import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { watchConference } from '../../support/conference';
import { consultation, listMore, openMore } from '../../support/call-panel';
import { eventually } from '../../support/eventually';
import { followChanges } from '../../support/journal';
import { type Sidetone } from '../../support/sidetone';
import { showCall } from '../../support/telephone';
import { button, combobox, currentCall, dialog, form, region, seeText } from '../../support/window';
import { test } from './app';

/** Presses the shortcut that a button announces, wherever the focus is. */
async function pressKeysOf(pressed: Locator): Promise<void> {
  await pressed.waitFor();
  const keys = await pressed.getAttribute('aria-keyshortcuts');
  expect(keys).toMatch(/^Control\+/);
  await pressed.page().keyboard.press(keys!);
}

/** Like `pressKeysOf`, for items of the More menu. */
async function pressKeysOfMore(page: Page, name: string): Promise<void> {
  await openMore(page);
  const entry = page.getByRole('menuitem', { name, exact: true });
  const keys = await entry.getAttribute('aria-keyshortcuts');
  await page.keyboard.press('Escape');
  await entry.waitFor({ state: 'detached' });
  await page.keyboard.press(keys!);
}

/** The operations on telephone calls that were requested since, in order. */
function followOperations({ simulator }: Sidetone): () => readonly unknown[] {
  const changes = followChanges(simulator, 'genesys');
  return () => changes().map(({ parameters }) => parameters.operationName);
}

describe('the shortcut of a button does what the button does:', () => {
  test.for([
    ['Answer', 'Established'],
    ['Reject', 'Ended'],
  ])('%s', async ([name = '', state = ''], { sidetone }) => {
    const { page } = sidetone;
    const operations = followOperations(sidetone);
    await showCall(sidetone, { from: '15801', state: 'Ringing', isFromQueue: true });
    await pressKeysOf(button(currentCall(page), name));
    await seeText(currentCall(page), state);
    expect(operations()).toEqual([name]);
  });

  test('Mute, Unmute, Hold, Retrieve, the recording buttons, Hang up', async ({ sidetone }) => {
    const { page } = sidetone;
    const operations = followOperations(sidetone);
    const { region: call } = await showCall(sidetone, { from: '15802' });
    for (const name of ['Mute', 'Unmute', 'Hold', 'Resume']) {
      await pressKeysOf(button(call, name));
      // When the action is done, the opposite button is shown.
      await button(call, name).waitFor({ state: 'detached' });
    }
    for (const name of ['Start', 'Pause', 'Resume', 'Stop']) {
      await pressKeysOfMore(page, `${name} recording`);
      // When the action is done, the opposite button is shown.
      await eventually(() => listMore(page)).not.toContain(`${name} recording`);
    }
    await pressKeysOf(button(call, 'Hang up'));
    await seeText(currentCall(page), 'Ended');
    expect(operations()).toEqual([
      'MuteCall',
      'UnmuteCall',
      'Hold',
      'Retrieve',
      'StartCallRecording',
      'PauseCallRecording',
      'ResumeCallRecording',
      'StopCallRecording',
      'Hangup',
    ]);
  });

  test('buttons with a confirmation open it, and send nothing', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const from = simulator.requests().length;
    const { region: call } = await showCall(sidetone, {
      from: '15803',
      others: [{ number: '15804' }],
      isOwner: true,
      userData: { Customer: 'Ada' },
    });
    const asked = [
      [button(call, 'Add'), form(page, 'Add somebody')],
      [button(call, 'Transfer'), form(page, 'Transfer the call')],
      [button(call, 'Delete call'), dialog(page, 'Delete this call?')],
      [button(page, 'Delete all data'), dialog(page, 'Delete all data?')],
      [button(page, 'Dial'), form(page, 'Dial a number')],
      [button(page, 'History'), form(page, 'History')],
      [button(page, 'Commands'), form(page, 'Commands')],
      [button(page, 'New TalkSpace'), form(page, 'New TalkSpace')],
    ] as const;
    for (const [opener, opened] of asked) {
      await pressKeysOf(opener);
      await opened.waitFor();
      await page.keyboard.press('Escape');
      await opened.waitFor({ state: 'detached' });
    }
    for (const [name, opened] of [
      ['Recording details', form(page, 'Recording of this call')],
      ['End for all', dialog(page, 'End the call for all?')],
    ] as const) {
      await pressKeysOfMore(page, name);
      await opened.waitFor();
      await page.keyboard.press('Escape');
      await opened.waitFor({ state: 'detached' });
    }
    const sent = simulator.requests().slice(from);
    const changing = sent.filter(({ method, vendor }) => method === 'POST' && vendor !== 'genesys');
    expect(changing).toEqual([]);
  });

  test('Keypad and Add data open and close their panels', async ({ sidetone }) => {
    const { page } = sidetone;
    const { region: call } = await showCall(sidetone, { from: '15805' });
    await pressKeysOf(button(call, 'Keypad'));
    await region(page, 'Keypad').waitFor();
    await pressKeysOf(button(call, 'Keypad'));
    await region(page, 'Keypad').waitFor({ state: 'detached' });
    await pressKeysOf(button(page, 'Add data'));
    await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
  });

  test('Swap with the other call', async ({ sidetone }) => {
    const { page } = sidetone;
    await showCall(sidetone, { from: '15806', state: 'Held' });
    const { region: call } = await showCall(sidetone, { from: '15807' });
    const operations = followOperations(sidetone);
    await pressKeysOf(button(page, 'Swap with 15806'));
    await call.getByRole('heading', { name: '15806', exact: true }).waitFor();
    expect(operations()).toEqual(['SwapCalls']);
  });

  test.for([
    ['Merge calls', 'Add', 'Add somebody', 'CompleteConference'],
    ['Transfer to 15809', 'Transfer', 'Transfer the call', 'CompleteTransfer'],
  ])('%s', async ([name = '', opener = '', title = '', operation = ''], { sidetone }) => {
    const { page } = sidetone;
    const { region: call } = await showCall(sidetone, { from: '15808' });
    await pressKeysOf(button(call, opener));
    await combobox(form(page, title), 'Number').fill('15809');
    await button(form(page, title), 'Consult first').click();
    await call.getByRole('heading', { name: '15809', exact: true }).waitFor();
    const operations = followOperations(sidetone);
    await pressKeysOf(button(consultation(page), name));
    await consultation(page).waitFor({ state: 'detached' });
    expect(operations()).toEqual([operation]);
  });

  test('the buttons of TalkSpaces: Start, New, Add, Close', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const changes = followChanges(simulator, 'telesocial');
    await pressKeysOf(button(page, 'Start TalkSpace'));
    const card = region(page, 'TalkSpace');
    await pressKeysOf(button(card, 'Add'));
    await seeDialog(page, 'Add somebody');
    await pressKeysOf(button(page, 'New TalkSpace'));
    await seeDialog(page, 'New TalkSpace');
    await pressKeysOf(button(card, 'Close TalkSpace'));
    await card.waitFor({ state: 'detached' });
    const actions = changes().map(({ parameters }) => parameters.action);
    expect(actions).toEqual([undefined, 'close']);
  });

  test('all buttons of the conference', async ({ sidetone }) => {
    const { page } = sidetone;
    const { card, path, changes } = await watchConference(sidetone);
    sidetone.simulator.bandwidth.addMember('+12125550160');
    await seeText(card, 'active');
    for (const name of ['Hold', 'Resume', 'Mute', 'Unmute']) {
      await pressKeysOf(button(card, `${name} conference`));
      await button(card, `${name} conference`).waitFor({ state: 'detached' });
    }
    await pressKeysOf(button(card, 'Stop playing'));
    await seeText(page.getByRole('status'), 'Playback stopped');
    await pressKeysOf(button(card, 'Add'));
    await seeDialog(page, 'Add somebody');
    await pressKeysOf(button(card, 'Say or play…'));
    await seeDialog(page, 'Say or play');
    expect(changes().map(({ request }) => request)).toEqual([
      ...Array<string>(4).fill(`POST ${path}`),
      `POST ${path}/audio`,
    ]);
    expect(changes().map(({ parameters }) => parameters)).toEqual([
      { hold: true },
      { hold: false },
      { mute: true },
      { mute: false },
      { sentence: '' },
    ]);

    await pressKeysOf(button(card, 'End conference'));
    await button(dialog(page, 'End the conference?'), 'End conference').click();
    await seeText(card, 'completed');
    await pressKeysOf(button(card, 'New conference'));
    await seeDialog(page, 'New conference');
    await pressKeysOf(button(card, 'Watch another'));
    await seeDialog(page, 'Watch a conference');
  });
});

test('no two buttons shown at the same time have the same shortcut', async ({ sidetone }) => {
  const { page } = sidetone;
  await showCall(sidetone, { from: '15810', state: 'Held' });
  await showCall(sidetone, { from: '15811', isOwner: true, userData: { Customer: 'Ada' } });
  await button(page, 'Start TalkSpace').click();
  await region(page, 'TalkSpace').waitFor();
  const keys = await page
    .locator('button[aria-keyshortcuts]')
    .evaluateAll((buttons) => buttons.map((one) => one.getAttribute('aria-keyshortcuts')));
  expect(keys.length).toBeGreaterThan(15);
  expect(new Set(keys).size).toBe(keys.length);
});

/** Waits for the open dialog, and closes it. */
async function seeDialog(page: Page, name: string): Promise<void> {
  await form(page, name).waitFor();
  await page.keyboard.press('Escape');
  await form(page, name).waitFor({ state: 'detached' });
}
