import { setTimeout as delay } from 'node:timers/promises';
import type { Measurement } from '../figure';
import type { Settings } from '../settings';
import { readMemory, requireLinux } from '../support/processes';
import type { Program } from '../support/program';
import { withComparedApps } from '../support/compared-apps';

const ROUNDS = 5;
/** When the memory is measured, in ms after the first frame, so that the start has finished. */
const SETTLED_AFTER_MS = 4_000;

/** Memory of all processes of the app, connected to every vendor, compared with an empty app. */
export async function measureMemory(settings: Settings): Promise<readonly Measurement[]> {
  requireLinux();
  return withComparedApps(settings, async ({ startSidetone, startEmptyApp }) => {
    const values: number[] = [];
    const baselines: number[] = [];
    // One at a time, because two running Electrons would share memory.
    for (let round = 0; round < ROUNDS; round += 1) {
      baselines.push(await weigh(startEmptyApp));
      values.push(await weigh(startSidetone));
    }
    return [{ unit: 'MB', values, baselines }];
  });
}

async function weigh(start: () => Promise<Program>): Promise<number> {
  const program = await start();
  await delay(SETTLED_AFTER_MS);
  const size = await readMemory(program.processId);
  await program.stop();
  return size;
}
