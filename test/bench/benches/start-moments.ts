import type { Measurement } from '../figure';
import type { Settings } from '../settings';
import { withComparedApps } from '../support/compared-apps';

const ROUNDS = 9;

/**
 * When a start reaches each of its moments, since the process was started, compared with an empty app, which does not have
 * all of them.
 */
export function measureStartMoments(settings: Settings): Promise<readonly Measurement[]> {
  return withComparedApps(settings, async ({ markSidetone, markEmptyApp }) => {
    const starts: ReadonlyMap<string, number>[] = [];
    const emptyStarts: ReadonlyMap<string, number>[] = [];
    // The first round reads the files from disk and is not counted.
    await markEmptyApp();
    await markSidetone();
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
  });
}
