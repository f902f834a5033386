import type { Page } from 'playwright-core';
import { startSimulator, type Simulator } from '../../../simulator/simulator';
import type { Measurement } from '../figure';
import type { Settings } from '../settings';
import { epochNow, watchFor, withWindow } from '../support/window';

const ROUNDS = 9;
const LARGE = 2_000;
/** The number of participants that the window must show within 100 ms. */
const MEDIUM = 500;
const SMALL = 20;

/** How long it takes to show a call with many participants and one more joining, compared with a few. */
export async function measureRosterScale(settings: Settings): Promise<readonly Measurement[]> {
  const simulator = await startSimulator();
  try {
    return await withWindow(settings, simulator.profile, async (page) => {
      const large: Times[] = [];
      const medium: Times[] = [];
      const small: Times[] = [];
      // The first round is a warm-up.
      for (let round = 0; round <= ROUNDS; round += 1) {
        small.push(await showCall(page, simulator, SMALL));
        medium.push(await showCall(page, simulator, MEDIUM));
        large.push(await showCall(page, simulator, LARGE));
      }
      return [
        compare(large, small, ({ shown }) => shown),
        { ...compare(large, small, ({ joined }) => joined), of: 'one who joins' },
        { ...compare(medium, small, ({ shown }) => shown), of: '500 participants' },
      ];
    });
  } finally {
    await simulator.close();
  }
}

/** From the moment the vendor sends it to the frame that shows it, in ms. */
interface Times {
  readonly shown: number;
  readonly joined: number;
}

function compare(
  large: readonly Times[],
  small: readonly Times[],
  pick: (times: Times) => number,
): Measurement {
  return { unit: 'ms', values: large.slice(1).map(pick), baselines: small.slice(1).map(pick) };
}

async function showCall(page: Page, simulator: Simulator, size: number): Promise<Times> {
  const others = Array.from({ length: size - 1 }, (_, index) => ({ number: numberOf(index) }));
  const call = { from: '15001', others, state: 'Established' } as const;
  let id = '';
  const shown = await timeUntilCounted(page, size, () => {
    ({ id } = simulator.genesys.arrive(call));
  });
  const joined = await timeUntilCounted(page, size + 1, () => {
    simulator.genesys.join(id, { number: numberOf(size) });
  });
  simulator.genesys.release(id);
  await page.getByText('Ended', { exact: true }).first().waitFor();
  return { shown, joined };
}

async function timeUntilCounted(page: Page, count: number, act: () => void): Promise<number> {
  const text = String(count);
  const seen = await watchFor(page, { selector: 'h2 button span + span', text, isPresent: true });
  const sentAt = epochNow();
  act();
  return (await seen()) - sentAt;
}

function numberOf(index: number): string {
  return `+1212${String(5_550_000 + index)}`;
}
