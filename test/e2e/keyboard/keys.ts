import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { eventually } from '../../support/eventually';
import { requestsOf, type Sidetone } from '../../support/sidetone';
import { button, currentCall, dialog, seeText } from '../../support/window';
import { test } from './app';

/** Shows a call that the agent has answered. */
async function showCall(
  { page, simulator }: Sidetone,
  from: string,
  state: 'Ringing' | 'Established' = 'Established',
) {
  const { id } = simulator.genesys.arrive({ from, state });
  await currentCall(page).getByRole('heading', { name: from, exact: true }).waitFor();
  return id;
}

async function openPalette(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+K');
  const palette = page.getByRole('dialog', { name: 'Commands', exact: true });
  await palette.waitFor();
  return palette;
}

function option(scope: Locator, name: string): Locator {
  return scope.getByRole('option', { name, exact: true });
}

describe('a key', () => {
  test('does what its button does, only once while it is held down', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const id = await showCall(sidetone, '15901');
    const shortcut = await button(page, 'Mute').getAttribute('aria-keyshortcuts');
    expect(shortcut).toBe('Control+D');
    await page.keyboard.down('Control');
    await page.keyboard.down('d');
    await page.keyboard.down('d');
    await seeText(currentCall(page), 'Muted');
    await page.keyboard.down('d');
    await page.keyboard.up('d');
    await page.keyboard.up('Control');
    await page.keyboard.press('Control+D');
    await button(page, 'Mute').waitFor();
    expect(requestsOf(simulator, 'MuteCall', id)).toHaveLength(1);
    expect(requestsOf(simulator, 'UnmuteCall', id)).toHaveLength(1);
  });

  test('does nothing while an input method composes text with it', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const id = await showCall(sidetone, '15907');
    await page.evaluate(() => {
      const keys = { key: 'd', code: 'KeyD', ctrlKey: true, bubbles: true };
      window.dispatchEvent(new KeyboardEvent('keydown', { ...keys, isComposing: true }));
    });
    await page.keyboard.press('Control+L');
    await seeText(currentCall(page), 'On hold');
    expect(requestsOf(simulator, 'MuteCall', id)).toEqual([]);
  });

  test('does nothing while its button is disabled', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const id = await showCall(sidetone, '15902', 'Ringing');
    await page.keyboard.press('Control+D');
    await page.keyboard.press('Control+Enter');
    await seeText(currentCall(page), 'Established');
    expect(requestsOf(simulator, 'Answer', id)).toHaveLength(1);
    expect(requestsOf(simulator, 'MuteCall', id)).toEqual([]);
  });

  test('opens the confirmation if the button does, and nothing acts behind it', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    const id = await showCall(sidetone, '15903');
    const deletions = requestsOf(simulator, 'DeleteCall').length;
    await page.keyboard.press('Control+Shift+O');
    const confirmation = dialog(page, 'Delete this call?');
    await confirmation.waitFor();
    await page.keyboard.press('Control+D');
    await page.keyboard.press('Control+E');
    await page.keyboard.press('Escape');
    await confirmation.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+L');
    await seeText(currentCall(page), 'On hold');
    expect(requestsOf(simulator, 'MuteCall', id)).toEqual([]);
    expect(requestsOf(simulator, 'Hangup', id)).toEqual([]);
    expect(requestsOf(simulator, 'DeleteCall')).toHaveLength(deletions);
  });

  test('opens and closes the keypad, and moves the focus to the last calls', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    simulator.genesys.release(await showCall(sidetone, '15904'));
    const lastCalls = page.getByRole('list', { name: 'Last calls', exact: true });
    await button(lastCalls, 'Recording of 15904').waitFor();
    await showCall(sidetone, '15905');
    await page.keyboard.press('Control+P');
    const keypad = page.getByRole('region', { name: 'Keypad', exact: true });
    await keypad.waitFor();
    await page.keyboard.press('Control+P');
    await keypad.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toContain('Last calls');
    await page.keyboard.press('Tab');
    expect(await lastCalls.getByRole('listitem').locator(':focus').count()).toBe(1);
  });
});

describe('the palette', () => {
  test('finds an action by typing and runs it', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const id = await showCall(sidetone, '15911');
    const palette = await openPalette(page);
    await page.keyboard.type('hol');
    await page.keyboard.press('Enter');
    await palette.waitFor({ state: 'detached' });
    await seeText(currentCall(page), 'On hold');
    expect(requestsOf(simulator, 'Hold', id)).toHaveLength(1);
  });

  test('shows why an action is not possible, and does not run it', async ({ sidetone }) => {
    const { page } = sidetone;
    await showCall(sidetone, '15912', 'Ringing');
    const palette = await openPalette(page);
    await page.keyboard.type('keyp');
    const keypad = option(palette, 'Keypad');
    await keypad.getByText('Available once the call is answered.').waitFor();
    await page.keyboard.press('Enter');
    await keypad.waitFor();
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
  });

  test('calls a person from the last calls', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    simulator.genesys.release(await showCall(sidetone, '15913'));
    await page.getByRole('list', { name: 'Last calls', exact: true }).waitFor();
    const palette = await openPalette(page);
    await page.keyboard.type('15913');
    await option(palette, 'Call 15913').click();
    await currentCall(page).getByRole('heading', { name: '15913', exact: true }).waitFor();
    await eventually(() => requestsOf(simulator, 'Dial').map(({ body }) => body)).toMatchObject([
      { operationName: 'Dial', destination: { phoneNumber: '15913' } },
    ]);
  });

  test('opens the dialog of an action, and returns the focus afterwards', async ({ sidetone }) => {
    const { page } = sidetone;
    await showCall(sidetone, '15914');
    await button(page, 'Hold').focus();
    await openPalette(page);
    await page.keyboard.type('add');
    await page.keyboard.press('Enter');
    const adding = page.getByRole('dialog', { name: 'Add somebody', exact: true });
    await adding.waitFor();
    await page.keyboard.press('Escape');
    await adding.waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toContain('Hold');
  });
});

test('a number is dialed from the window', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const before = requestsOf(simulator, 'Dial').length;
  await button(page, 'Dial').click();
  const dialing = page.getByRole('dialog', { name: 'Dial a number', exact: true });
  await dialing.getByLabel('Number', { exact: true }).fill('15921');
  await page.keyboard.press('Enter');
  await dialing.waitFor({ state: 'detached' });
  await currentCall(page).getByRole('heading', { name: '15921', exact: true }).waitFor();
  expect(requestsOf(simulator, 'Dial').slice(before)).toHaveLength(1);
});
