import { setTimeout as delay } from 'node:timers/promises';
import type { Measurement } from '../figure';
import type { Settings } from '../settings';
import { readCpuSeconds, requireLinux } from '../support/processes';
import type { Program } from '../support/program';
import { withRivals } from '../support/rivals';

/** How long after the first frame a start is over, in ms. */
const SETTLED_AFTER_MS = 10_000;
const WINDOW_MS = 20_000;
const IDLE_WINDOWS = 3;
const CALL_WINDOWS = 1;
const MINUTE_MS = 60_000;

/**
 * Processor time while nothing happens, against an empty app's in the same seconds: connected to every
 * vendor with no call, and with a call in the window, whose clock goes.
 */
export async function measureIdleCpu(settings: Settings): Promise<readonly Measurement[]> {
  requireLinux();
  return withRivals(settings, async ({ simulator, startSidetone, startEmptyApp }) => {
    const emptyApp = await startEmptyApp();
    const sidetone = await startSidetone();
    try {
      await delay(SETTLED_AFTER_MS);
      const idle = await watch(sidetone, emptyApp, IDLE_WINDOWS);
      simulator.genesys.arrive({ from: '15001', state: 'Established' });
      await delay(SETTLED_AFTER_MS);
      const inCall = await watch(sidetone, emptyApp, CALL_WINDOWS);
      return [idle, { ...inCall, of: 'in a call' }];
    } finally {
      await sidetone.stop();
      await emptyApp.stop();
    }
  });
}

async function watch(sidetone: Program, emptyApp: Program, windows: number): Promise<Measurement> {
  const values: number[] = [];
  const baselines: number[] = [];
  for (let window = 0; window < windows; window += 1) {
    const [value, baseline] = await Promise.all([useOf(sidetone), useOf(emptyApp)]);
    values.push(value);
    baselines.push(baseline);
  }
  return { unit: 's/min', values, baselines };
}

async function useOf({ processId }: Program): Promise<number> {
  const startedAt = performance.now();
  const before = await readCpuSeconds(processId);
  await delay(WINDOW_MS);
  const used = (await readCpuSeconds(processId)) - before;
  return (used * MINUTE_MS) / (performance.now() - startedAt);
}
