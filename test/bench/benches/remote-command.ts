import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Measurement } from '../figure';
import type { Settings } from '../settings';
import type { Program } from '../support/program';
import { withComparedApps } from '../support/compared-apps';

const ROUNDS = 9;
/** How long a newly started app may take to show the call, in ms. */
const MAX_TRIES = 50;
const RETRY_AFTER_MS = 200;

/** From the start of `sidetone --mute` to its exit, with the call muted, compared with a cold start. */
export function measureRemoteCommand(settings: Settings): Promise<readonly Measurement[]> {
  return withComparedApps(settings, async ({ simulator, startSidetone }) => {
    simulator.genesys.arrive({ from: '15001', state: 'Established' });
    const running = await startSidetone();
    try {
      await untilDone(() => giveCommand(settings, running, '--mute'));
      await giveCommand(settings, running, '--unmute');
      const values: number[] = [];
      const baselines: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const other = await startSidetone();
        await other.stop();
        baselines.push(other.paintedAfter);
        const flag = round % 2 === 0 ? '--mute' : '--unmute';
        values.push(await giveCommand(settings, running, flag));
      }
      return [{ unit: 'ms', values, baselines }];
    } finally {
      await running.stop();
    }
  });
}

/** Returns how long it took, in ms. @throws Error if the running app did not do it */
async function giveCommand(
  { executable, sandboxFlags, root }: Settings,
  { userData }: Program,
  flag: string,
): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(executable, [...sandboxFlags, root, flag, `--user-data-dir=${userData}`], {
    stdio: 'ignore',
  });
  const [exitCode] = (await once(child, 'exit')) as [number | null];
  if (exitCode !== 0) throw new Error(`${flag} ended with exit code ${String(exitCode)}`);
  return performance.now() - startedAt;
}

async function untilDone(act: () => Promise<unknown>, tries = MAX_TRIES): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (tries === 0) throw error;
    await delay(RETRY_AFTER_MS);
    await untilDone(act, tries - 1);
  }
}
