import { setTimeout as delay } from 'node:timers/promises';
import type { Measurement } from '../figure';
import type { Settings } from '../settings';
import { readCpuSeconds, requireLinux } from '../support/processes';
import type { Program } from '../support/program';
import { withComparedApps } from '../support/compared-apps';

/** When a start counts as finished, in ms after the first frame. */
const SETTLED_AFTER_MS = 10_000;
const WINDOW_MS = 20_000;
const WINDOWS = 3;
const MINUTE_MS = 60_000;

/**
 * CPU time while idle: connected to every vendor without a call, and with a call whose clock ticks. Compared
 * with an empty app at the same time, and during the call also with an app that shows only a ticking clock,
 * which is Chromium's cost of one repaint per second. The window is the active one and has the pointer, unless
 * another window is in front of it, as while the agent works in another program. The clock is first measured in
 * the same position, because Chromium does more in the window with the pointer.
 */
export async function measureIdleCpu(settings: Settings): Promise<readonly Measurement[]> {
  requireLinux();
  return withComparedApps(
    settings,
    async ({ simulator, startSidetone, startEmptyApp, startClockApp }) => {
      const emptyApp = await startEmptyApp();
      const clockApp = await startClockApp();
      await delay(SETTLED_AFTER_MS);
      const clock = await watch(clockApp, [emptyApp]);
      const sidetone = await startSidetone();
      try {
        await delay(SETTLED_AFTER_MS);
        const idle = await watch(sidetone, [emptyApp]);
        simulator.genesys.arrive({ from: '15001', state: 'Established' });
        await delay(SETTLED_AFTER_MS);
        const inCall = await watch(sidetone, [emptyApp, clockApp]);
        const behind = await watchBehind(sidetone, emptyApp, startEmptyApp);
        const labels = ['in a call', 'in a call, against a clock'];
        return [
          ...idle,
          ...inCall.map((one, index) => ({ ...one, of: labels[index] ?? '' })),
          ...behind.map((one) => ({ ...one, of: 'in a call, behind another window' })),
          ...clock.map((one) => ({ ...one, of: 'only a clock' })),
        ];
      } finally {
        await sidetone.stop();
        await clockApp.stop();
        await emptyApp.stop();
      }
    },
  );
}

/** The same while a window that was opened later is in front. */
async function watchBehind(
  sidetone: Program,
  emptyApp: Program,
  openWindow: () => Promise<Program>,
): Promise<Measurement[]> {
  const front = await openWindow();
  try {
    await delay(SETTLED_AFTER_MS);
    return await watch(sidetone, [emptyApp]);
  } finally {
    await front.stop();
  }
}

/** One measurement of each app, at the same time. */
async function watch(sidetone: Program, otherApps: readonly Program[]): Promise<Measurement[]> {
  const values: number[] = [];
  const baselines = otherApps.map((): number[] => []);
  for (let window = 0; window < WINDOWS; window += 1) {
    const [value = 0, ...others] = await Promise.all([sidetone, ...otherApps].map(useOf));
    values.push(value);
    baselines.forEach((samples, index) => samples.push(others[index] ?? 0));
  }
  return baselines.map((samples) => ({ unit: 's/min', values, baselines: samples }));
}

async function useOf({ processId }: Program): Promise<number> {
  const startedAt = performance.now();
  const before = await readCpuSeconds(processId);
  await delay(WINDOW_MS);
  const used = (await readCpuSeconds(processId)) - before;
  return (used * MINUTE_MS) / (performance.now() - startedAt);
}
