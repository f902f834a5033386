import { describe, expect } from 'vitest';
import { chooseMore, waitingCall } from '../../support/call-panel';
import { eventually } from '../../support/eventually';
import { followChanges } from '../../support/journal';
import { requestsOf, type Sidetone } from '../../support/sidetone';
import { onCall, refusal, showCall } from '../../support/telephone';
import {
  alert,
  button,
  currentCall,
  dialog,
  dismiss,
  form,
  region,
  seeText,
} from '../../support/window';
import { test } from './app';

/** The positions of the buttons of the current call, left to right and top to bottom. */
async function placesOf({ page }: Sidetone): Promise<unknown[]> {
  const buttons = currentCall(page).getByRole('button').filter({ hasText: /./ });
  return buttons.evaluateAll((all) =>
    all.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [x, y, width, height];
    }),
  );
}

test('no button moves when the call is answered or put on hold, or the keypad is open', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { id, region: call } = await showCall(sidetone, { from: '17001', state: 'Ringing' });
  await button(call, 'Answer').waitFor();
  const places = await placesOf(sidetone);
  expect(places).toHaveLength(8);
  simulator.genesys.answer(id);
  await button(call, 'Mute').waitFor();
  expect(await placesOf(sidetone)).toEqual(places);
  await button(call, 'Keypad').click();
  await region(page, 'Keypad').waitFor();
  expect(await placesOf(sidetone)).toEqual(places);
  await button(call, 'Keypad').click();
  await button(call, 'Hold').click();
  await button(call, 'Resume').waitFor();
  expect(await placesOf(sidetone)).toEqual(places);
});

test('while a second call rings, the shortcuts still act on the call that the agent is talking on', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { id, region: call } = await showCall(sidetone, { from: '17011' });
  const second = simulator.genesys.arrive({ from: '17012', isFromQueue: true });
  const banner = waitingCall(page);
  await banner.getByRole('heading', { name: '17012', exact: true }).waitFor();
  const asked = followChanges(simulator, 'genesys');
  await page.keyboard.press('Control+d');
  await seeText(call, 'Muted');
  await button(call, 'Hang up 17011').waitFor();
  await button(banner, 'Reject').click();
  await banner.waitFor({ state: 'detached' });
  await call.getByRole('heading', { name: '17011', exact: true }).waitFor();
  expect(asked()).toEqual([onCall(id, 'MuteCall'), onCall(second.id, 'Reject')]);
});

test('a press ends only the call that the button named when the press began', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  await showCall(sidetone, { from: '17021', state: 'Held' });
  const { id, region: call } = await showCall(sidetone, { from: '17022' });
  const asked = followChanges(simulator, 'genesys');
  await button(call, 'Hang up 17022').hover();
  await page.mouse.down();
  simulator.genesys.release(id);
  await call.getByRole('heading', { name: '17021', exact: true }).waitFor();
  await page.mouse.up();
  await button(call, 'Resume').click();
  await seeText(call, 'Established');
  expect(asked().filter(({ parameters }) => parameters.operationName === 'Hangup')).toEqual([]);
});

test('a key pressed just when another call becomes the current one ends neither', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  await showCall(sidetone, { from: '17023', state: 'Held' });
  const { id, region: call } = await showCall(sidetone, { from: '17024' });
  const asked = followChanges(simulator, 'genesys');
  await call.evaluate((panel) => {
    const observer = new MutationObserver(() => {
      if (panel.querySelector('h2')?.textContent !== '17023') return;
      observer.disconnect();
      const key = { key: 'e', code: 'KeyE', ctrlKey: true, bubbles: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', key));
    });
    observer.observe(panel, { childList: true, characterData: true, subtree: true });
  });
  simulator.genesys.release(id);
  await call.getByRole('heading', { name: '17023', exact: true }).waitFor();
  await alert(page)
    .filter({ hasText: 'Until a moment ago, this shortcut acted on another call' })
    .waitFor();
  await button(call, 'Resume').click();
  await seeText(call, 'Established');
  expect(asked().filter(({ parameters }) => parameters.operationName === 'Hangup')).toEqual([]);
  await page.keyboard.press('Control+e');
  await eventually(() => asked().map(({ parameters }) => parameters.operationName)).toContain(
    'Hangup',
  );
});

test('with two calls, the dialogs to add somebody and to transfer name the call', async ({
  sidetone,
}) => {
  const { page } = sidetone;
  await showCall(sidetone, { from: '17025', state: 'Held' });
  const { region: call } = await showCall(sidetone, { from: '17026' });
  for (const [opener, title] of [
    ['Add', 'Add somebody'],
    ['Transfer', 'Transfer the call'],
  ] as const) {
    await button(call, opener).click();
    await seeText(form(page, title), '17026');
    await page.keyboard.press('Escape');
    await form(page, title).waitFor({ state: 'detached' });
  }
});

test('while the details of a message are open, no key acts behind them', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  const { id, region: call } = await showCall(sidetone, { from: '17027' });
  simulator.setFaults([refusal('Hold', 4, 'Invalid call state')]);
  await button(call, 'Hold').click();
  await button(alert(page), 'Details').click();
  await button(page, 'Close').waitFor();
  const asked = followChanges(simulator, 'genesys');
  await page.keyboard.press('Control+d');
  await page.keyboard.press('Escape');
  await button(page, 'Close').waitFor({ state: 'detached' });
  await dismiss(alert(page));
  await button(call, 'Hold').click();
  await seeText(call, 'On hold');
  expect(asked()).toEqual([onCall(id, 'Hold')]);
});

describe('two customers', () => {
  test('are merged only after a confirmation with both names', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    await showCall(sidetone, { from: '17031', state: 'Held' });
    await showCall(sidetone, { from: '17032' });
    await chooseMore(page, 'Merge calls');
    const confirmation = dialog(page, 'Merge these calls?');
    await seeText(confirmation, /17032 and 17031/);
    // Enter presses Cancel.
    await page.keyboard.press('Enter');
    await confirmation.waitFor({ state: 'detached' });
    expect(requestsOf(simulator, 'CompleteConference')).toEqual([]);
  });
});
