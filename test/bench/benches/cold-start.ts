import type { Measurement } from '../figure';
import type { Settings } from '../settings';
import type { Program } from '../support/program';
import { withComparedApps, type ComparedApps } from '../support/compared-apps';

const ROUNDS = 9;

/**
 * From process start to the first painted snapshot, compared with the first frame of an empty app; then the moments of
 * such a start.
 */
export function measureColdStart(settings: Settings): Promise<readonly Measurement[]> {
  return withComparedApps(settings, async (apps) => {
    const { startSidetone, startEmptyApp } = apps;
    const values: number[] = [];
    const baselines: number[] = [];
    // The first round reads the files from disk and is not counted.
    await timeStart(startEmptyApp);
    await timeStart(startSidetone);
    for (let round = 0; round < ROUNDS; round += 1) {
      baselines.push(await timeStart(startEmptyApp));
      values.push(await timeStart(startSidetone));
    }
    return [{ unit: 'ms', values, baselines }, ...(await measureMoments(apps))];
  });
}

/** The empty app does not have all of them. */
async function measureMoments({
  markSidetone,
  markEmptyApp,
}: ComparedApps): Promise<readonly Measurement[]> {
  const starts: ReadonlyMap<string, number>[] = [];
  const emptyStarts: ReadonlyMap<string, number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    emptyStarts.push(await markEmptyApp());
    starts.push(await markSidetone());
  }
  return [...(starts[0]?.keys() ?? [])].map((moment) => ({
    unit: 'ms',
    of: moment,
    values: starts.map((marks) => marks.get(moment) ?? 0),
    baselines: emptyStarts.map((marks) => marks.get(moment) ?? 0),
  }));
}

async function timeStart(start: () => Promise<Program>): Promise<number> {
  const program = await start();
  await program.stop();
  return program.paintedAfter;
}
