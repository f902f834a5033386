import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { followChanges } from '../../support/journal';
import { onCall, showCall } from '../../support/telephone';
import {
  button,
  currentCall,
  dialog,
  form,
  participants,
  region,
  seeText,
} from '../../support/window';
import { test } from './app';

async function openPalette(page: Page): Promise<Locator> {
  await button(page, 'Commands').click();
  const palette = form(page, 'Commands');
  await palette.waitFor();
  return palette;
}

function option(palette: Locator, name: string): Locator {
  return palette.getByRole('option', { name, exact: true });
}

test('lists the actions of the call, with the names and shortcuts of the buttons', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  const { region: call } = await showCall(sidetone, { from: '15831' });
  const named = ['Mute', 'Hold', 'Keypad', 'Transfer', 'Hang up'];
  const keys = await Promise.all(
    named.map((name) => button(call, name).getAttribute('aria-keyshortcuts')),
  );
  const palette = await openPalette(page);
  for (const [index, name] of named.entries()) {
    const shown = keys[index]!.replace('Control', 'Ctrl');
    await option(palette, name).getByText(shown, { exact: true }).waitFor();
  }
  await page.keyboard.press('Escape');
});

test('is navigated with the arrow keys', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const { id, region: call } = await showCall(sidetone, { from: '15832' });
  const changes = followChanges(simulator, 'genesys');
  const palette = await openPalette(page);
  await page.keyboard.type('hold');
  await seeText(palette.getByRole('option', { selected: true }), 'Hold');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await seeText(call, 'On hold');
  expect(changes()).toEqual([onCall(id, 'Hold')]);
});

test('keeps the selected action when a more urgent one appears above it', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  await showCall(sidetone, { from: '15833' });
  const palette = await openPalette(page);
  const selected = palette.getByRole('option', { selected: true });
  await seeText(selected, 'Mute');
  simulator.genesys.arrive({ from: '15834', isFromQueue: true });
  await option(palette, 'Answer').waitFor();
  await seeText(selected, 'Mute');
  await page.keyboard.press('Escape');
});

test('runs nothing by Enter when the selected action has disappeared', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  await showCall(sidetone, { from: '15837' });
  const waiting = simulator.genesys.arrive({ from: '15838', isFromQueue: true });
  const palette = await openPalette(page);
  const search = palette.getByRole('combobox');
  const selected = palette.getByRole('option', { selected: true });
  await page.keyboard.type('answer');
  await seeText(selected, 'Answer');
  await search.fill('');
  await seeText(selected, 'Answer');
  const changes = followChanges(simulator, 'genesys');
  simulator.genesys.release(waiting.id);
  await selected.waitFor({ state: 'detached' });
  expect(await search.getAttribute('aria-activedescendant')).toBeNull();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await seeText(selected, 'Mute');
  await page.keyboard.press('Escape');
  expect(changes()).toEqual([]);
});

test('shows that nothing matches', async ({ sidetone }) => {
  const { page } = sidetone;
  const palette = await openPalette(page);
  await page.keyboard.type('xyzzy');
  await seeText(palette, 'Nothing matches “xyzzy”.');
  await page.keyboard.press('Escape');
});

test('offers to call a typed number', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const changes = followChanges(simulator, 'genesys');
  const palette = await openPalette(page);
  await page.keyboard.type('+1 (212) 555-0183');
  await option(palette, 'Call +1 (212) 555-0183').click();
  await currentCall(page).getByRole('heading', { name: '+12125550183', exact: true }).waitFor();
  expect(changes().map(({ parameters }) => parameters)).toEqual([
    { operationName: 'Dial', destination: { phoneNumber: '+12125550183' } },
  ]);
});

describe('finds people', () => {
  test('from another call, to add them to this one', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const earlier = await showCall(sidetone, { from: '15833', formatted: 'Theta at home' });
    simulator.genesys.release(earlier.id);
    const { id } = await showCall(sidetone, { from: '15834' });
    const changes = followChanges(simulator, 'genesys');
    const palette = await openPalette(page);
    await page.keyboard.type('home add');
    await option(palette, 'Add Theta at home to the call').click();
    await participants(page).nth(1).waitFor();
    expect(changes()).toEqual([
      onCall(id, 'SingleStepConference', { destination: { phoneNumber: '15833' } }),
    ]);
  });

  test('in the call, to remove them after confirmation', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { id } = await showCall(sidetone, {
      from: '15835',
      others: [{ number: '15836' }],
      isOwner: true,
    });
    const changes = followChanges(simulator, 'genesys');
    const palette = await openPalette(page);
    await page.keyboard.type('15836 remove');
    await option(palette, 'Remove 15836').click();
    const confirmation = dialog(page, 'Remove 15836?');
    await confirmation.waitFor();
    expect(changes()).toEqual([]);
    await button(confirmation, 'Remove').click();
    await participants(page).nth(1).waitFor({ state: 'detached' });
    expect(changes()).toMatchObject([
      {
        request: onCall(id, '').request,
        parameters: { operationName: 'RemoveParticipantFromConference' },
      },
    ]);
  });

  test('in the TalkSpace, to mute them, and to add them again', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    await button(page, 'Start TalkSpace').click();
    const card = region(page, 'TalkSpace');
    await card.waitFor();
    const { id } = simulator.telesocial.join(undefined, 'theta');
    await seeText(card, /^Closing disconnects .*theta/);
    const changes = followChanges(simulator, 'telesocial');
    const { appKey, greetingId } = simulator.profile.telesocial;

    const palette = await openPalette(page);
    await page.keyboard.type('theta mute');
    await option(palette, 'Mute').filter({ hasText: 'theta' }).click();
    await seeText(page.getByRole('listitem').filter({ hasText: 'theta' }), 'Muted');
    await button(card, 'Close TalkSpace').click();
    await button(page, 'Start TalkSpace').click();
    await card.waitFor();
    const { id: nextId } = simulator.telesocial.conferences().at(-1)!;
    await openPalette(page);
    await page.keyboard.type('add theta');
    await option(palette, 'Add theta to the TalkSpace').click();
    await seeText(page.getByRole('listitem').filter({ hasText: 'theta' }), 'calling…');
    expect(changes().filter(({ parameters }) => 'action' in parameters)).toEqual([
      {
        request: `POST /api/rest/conference/${id}/theta`,
        parameters: { appkey: appKey, action: 'mute' },
      },
      {
        request: `POST /api/rest/conference/${id}`,
        parameters: { appkey: appKey, action: 'close' },
      },
      {
        request: `POST /api/rest/conference/${nextId}`,
        parameters: { appkey: appKey, action: 'add', networkid: 'theta', greetingid: greetingId },
      },
    ]);
  });
});
