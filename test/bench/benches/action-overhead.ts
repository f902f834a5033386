import type { Page } from 'playwright-core';
import { Agent, request } from 'undici';
import { startSimulator, type Simulator } from '../../../simulator/simulator';
import type { Measurement } from '../figure';
import type { Settings } from '../settings';
import { epochNow, withWindow } from '../support/window';

const ROUNDS = 20;
const PRESSES = [
  { name: 'Mute', operation: 'MuteCall', next: 'Unmute' },
  { name: 'Unmute', operation: 'UnmuteCall', next: 'Mute' },
];
/** The journal's operation for a request to an unknown path. */
const PLAIN_PATH = '/api/v2/bench';

/** From a button press to the arrival of its request, compared with a plain POST to the same server. */
export async function measureActionOverhead(settings: Settings): Promise<readonly Measurement[]> {
  const simulator = await startSimulator();
  const dispatcher = new Agent();
  try {
    return await withWindow(settings, simulator.profile, async (page) => {
      simulator.genesys.arrive({ from: '15001', state: 'Established' });
      await page.getByRole('button', { name: 'Mute', exact: true }).waitFor();
      const values: number[] = [];
      const baselines: number[] = [];
      await post(simulator, dispatcher);
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const { name, operation, next } of PRESSES) {
          // A press right after the call appeared would be refused.
          await page.getByRole('button', { name, exact: true }).click({ trial: true });
          baselines.push(await post(simulator, dispatcher));
          const received = arrival(simulator, (entry) => entry.operation === operation);
          const pressedAt = await press(page, name);
          values.push((await received) - pressedAt);
          await page.getByRole('button', { name: next, exact: true, disabled: false }).waitFor();
        }
      }
      return [{ unit: 'ms', values, baselines }];
    });
  } finally {
    await dispatcher.close();
    await simulator.close();
  }
}

/** Presses a button from within the page, to leave out the driver. Returns the time of the press. */
function press(page: Page, name: string): Promise<number> {
  return page.evaluate((text) => {
    const buttons = [...document.querySelectorAll('button')];
    const pressedAt = performance.timeOrigin + performance.now();
    buttons.find((button) => button.textContent === text)?.click();
    return pressedAt;
  }, name);
}

async function post(simulator: Simulator, dispatcher: Agent): Promise<number> {
  const received = arrival(simulator, (entry) => entry.path === PLAIN_PATH);
  const sentAt = epochNow();
  const answer = await request(`${simulator.origin}${PLAIN_PATH}`, {
    dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"operationName":"MuteCall"}',
  });
  const receivedAt = await received;
  await answer.body.dump();
  return receivedAt - sentAt;
}

/** Resolves with the time at which the service receives the next request of this kind. */
function arrival(
  simulator: Simulator,
  isIt: (entry: { readonly operation: string; readonly path: string }) => boolean,
): Promise<number> {
  return new Promise((resolve) => {
    const stop = simulator.onRequest((entry) => {
      if (!isIt(entry)) return;
      stop();
      resolve(epochNow());
    });
  });
}
