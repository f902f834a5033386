import { describe, expect } from 'vitest';
import { chooseMore, waitingCall } from '../../support/call-panel';
import { followChanges } from '../../support/journal';
import { requestsOf, type Sidetone } from '../../support/sidetone';
import { onCall, showCall } from '../../support/telephone';
import { button, currentCall, dialog, region, seeText } from '../../support/window';
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
