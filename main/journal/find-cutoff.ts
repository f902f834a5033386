const DAY_MS = 24 * 60 * 60 * 1_000;
/** If nothing was recorded for longer than this, in ms, the agent was away, or the clock was set ahead. */
const MAX_GAP_MS = 7 * DAY_MS;

/** When lines of the journal were written. */
export interface RecordedDays {
  add(t: string): void;
  /** In ms since the epoch; Infinity without lines. */
  readonly oldest: number;
  /** The last moment of each day, in ms since the epoch, newest first. */
  list(): number[];
}

export function createRecordedDays(): RecordedDays {
  const days = new Map<number, number>();
  let oldest = Infinity;
  return {
    add: (t) => {
      const at = Date.parse(t);
      if (Number.isNaN(at)) return;
      const day = Math.floor(at / DAY_MS);
      days.set(day, Math.max(at, days.get(day) ?? at));
      oldest = Math.min(oldest, at);
    },
    get oldest() {
      return oldest;
    },
    list: () => [...days.values()].sort((one, other) => other - one),
  };
}

/**
 * The moment before which everything is too old. The last gap of more than a week does not count: nothing else
 * distinguishes an absence from a clock that is set ahead, which would make everything too old at once. Such a
 * gap ends with the lines that follow it, or with the start of this run. What comes after it counts in full, so
 * everything ends at the latest when the agent has been back for as long as it is kept.
 *
 * @param recorded see `RecordedDays.list`; what is later than now was written with a wrong clock
 * @param startedAt when this run began by the present clock, in ms since the epoch
 */
export function findCutoff(
  recorded: readonly number[],
  startedAt: number,
  now: number,
  keepDays: number,
): number {
  const cutoff = now - keepDays * DAY_MS;
  let after = startedAt;
  for (const at of recorded) {
    if (at > now) continue;
    if (after < cutoff) break;
    if (after - at > MAX_GAP_MS) return cutoff - (after - at);
    after = Math.min(after, at);
  }
  return cutoff;
}
