import { writeFile, mkdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { percentile, runBattery, seedsOf } from './battery';
import type { EpisodeResult } from './episode';

const episodes = Number(process.env.SIDETONE_CHAOS_EPISODES ?? 200);
const seed = Number(process.env.SIDETONE_CHAOS_SEED ?? 1);

test('after any fault the window is soon correct again, and nothing is done twice', async () => {
  const results: EpisodeResult[] = [];
  const result = await runBattery(seedsOf(seed, episodes), (one) => results.push(one));
  const summary = {
    seed,
    ...result,
    failed: result.failed.length,
    trueAfterMs: describeTimes(result.trueAfterMs),
    trueOrFlaggedAfterMs: describeTimes(result.trueOrFlaggedAfterMs),
  };
  process.stdout.write(`${JSON.stringify(summary)}\n`);
  const slow = results.filter(({ trueAfterMs }) => trueAfterMs > 5_000);
  await mkdir('out/chaos', { recursive: true });
  await writeFile('out/chaos/failed.json', JSON.stringify(result.failed, null, 2));
  await writeFile('out/chaos/slow.json', JSON.stringify(slow, null, 2));
  const failures = result.failed.map(
    ({ seed: own, wrongStates, repeats, idleLines, leftovers, isOverHandshakeLimit }) =>
      [
        `npm run chaos -- --episodes 1 --seed ${own}`,
        ...wrongStates,
        ...repeats,
        ...idleLines,
        ...leftovers,
        ...(isOverHandshakeLimit ? ['too many handshakes'] : []),
      ].join('\n  '),
  );
  expect(failures).toEqual([]);
  expect(result.crashes).toEqual([]);
  expect(result.episodes).toBe(episodes);
});

function describeTimes(times: readonly number[]): object {
  return {
    median: Math.round(percentile(times, 0.5)),
    p99: Math.round(percentile(times, 0.99)),
    longest: Math.round(times.at(-1) ?? 0),
    withinFiveSeconds: times.filter((time) => time <= 5_000).length,
  };
}
