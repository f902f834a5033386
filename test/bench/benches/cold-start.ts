import type { Measurement } from '../figure';
import type { Settings } from '../settings';
import type { Program } from '../support/program';
import { withComparedApps } from '../support/compared-apps';

const ROUNDS = 9;

/** From process start to the first painted snapshot, compared with the first frame of an empty app. */
export function measureColdStart(settings: Settings): Promise<readonly Measurement[]> {
  return withComparedApps(settings, async ({ startSidetone, startEmptyApp }) => {
    const values: number[] = [];
    const baselines: number[] = [];
    // The first round reads the files from disk and is not counted.
    await timeStart(startEmptyApp);
    await timeStart(startSidetone);
    for (let round = 0; round < ROUNDS; round += 1) {
      baselines.push(await timeStart(startEmptyApp));
      values.push(await timeStart(startSidetone));
    }
    return [{ unit: 'ms', values, baselines }];
  });
}

async function timeStart(start: () => Promise<Program>): Promise<number> {
  const program = await start();
  await program.stop();
  return program.paintedAfter;
}
