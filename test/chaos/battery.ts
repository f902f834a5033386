import { createPorts } from './broken-wire';
import { runEpisode } from './episode';
import type { EpisodeResult } from './episode';
import { startFastTime } from './fast-time';
import { createRandom } from './random';

/** The results of all episodes of a run. */
export interface BatteryResult {
  readonly episodes: number;
  readonly failed: readonly EpisodeResult[];
  readonly wrongStates: number;
  readonly duplicateCommands: number;
  readonly overHandshakeLimit: number;
  /** Episodes in which a line was shown as connected without being fetched. */
  readonly idleLines: number;
  readonly leftovers: number;
  /** Uncaught errors. */
  readonly crashes: readonly string[];
  /** App time from the last fault to the correct state, in ms, sorted. */
  readonly trueAfterMs: readonly number[];
  /** The same, without the time in which the window marked the state as unknown. */
  readonly trueOrFlaggedAfterMs: readonly number[];
}

/** How many episodes run at once. They wait most of the time. */
const AT_ONCE = 32;

/** The seeds of the episodes of a run. A single episode has the given seed itself. */
export function seedsOf(seed: number, episodes: number): number[] {
  if (episodes === 1) return [seed];
  const random = createRandom(seed);
  return Array.from({ length: episodes }, () => random.integer(1, 2 ** 31));
}

/** Runs episodes, several at once, and adds up their results. */
export async function runBattery(
  seeds: readonly number[],
  onResult: (result: EpisodeResult) => void = () => undefined,
): Promise<BatteryResult> {
  const crashes: string[] = [];
  const note = (error: unknown): void => {
    crashes.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
  const time = startFastTime(Date.UTC(2026, 0, 1));
  const ports = createPorts();
  const results: EpisodeResult[] = [];
  const waiting = [...seeds];
  async function work(): Promise<void> {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const result = await runEpisode(seed, time, ports);
      results.push(result);
      onResult(result);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  time.stop();
  process.off('unhandledRejection', note);
  process.off('uncaughtException', note);
  return summarize(results, crashes);
}

function summarize(results: readonly EpisodeResult[], crashes: readonly string[]): BatteryResult {
  const count = (has: (result: EpisodeResult) => boolean): number => results.filter(has).length;
  const sorted = (pick: (result: EpisodeResult) => number): number[] =>
    results.map(pick).sort((one, other) => one - other);
  return {
    episodes: results.length,
    failed: results.filter(hasFailed),
    wrongStates: count(hasWrongState),
    duplicateCommands: count(({ repeats }) => repeats.length > 0),
    overHandshakeLimit: count(({ isOverHandshakeLimit }) => isOverHandshakeLimit),
    idleLines: count(({ idleLines }) => idleLines.length > 0),
    leftovers: count(({ leftovers }) => leftovers.length > 0),
    crashes,
    trueAfterMs: sorted(({ trueAfterMs }) => trueAfterMs),
    trueOrFlaggedAfterMs: sorted(({ trueOrFlaggedAfterMs }) => trueOrFlaggedAfterMs),
  };
}

function hasWrongState({ wrongStates, trueAfterMs }: EpisodeResult): boolean {
  return wrongStates.length > 0 || trueAfterMs === Infinity;
}

function hasFailed(result: EpisodeResult): boolean {
  const { repeats, isOverHandshakeLimit, idleLines, leftovers } = result;
  return (
    hasWrongState(result) ||
    repeats.length > 0 ||
    isOverHandshakeLimit ||
    idleLines.length > 0 ||
    leftovers.length > 0
  );
}

/** The value below which this share of the sorted values lies. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
