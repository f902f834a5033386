export interface GrowingPause {
  /** The pause to make now, in ms; the one after it is longer. */
  next(): number;
  /** Back to the shortest. */
  reset(): void;
}

/**
 * The longest pause before what the agent looks at is read again, in ms: with the time that two readings
 * take, nothing that is shown as known is older than five seconds.
 */
export const FRESH_PAUSE_MS = 3_600;

/** How much of a pause is left out at most, at random, so that many desktops do not ask in step. */
const SPREAD = 0.2;
/** How much longer a pause is while nobody looks. */
export const UNWATCHED_FACTOR = 3;

/** Pauses that grow by `factor` from `firstMs` to `longestMs`, each shortened by a random part. */
export function createGrowingPause(options: {
  readonly firstMs: number;
  readonly longestMs: number;
  readonly factor: number;
  readonly random: () => number;
  /** Whether anybody sees what is read; always, when absent. */
  readonly isWatched?: () => boolean;
}): GrowingPause {
  const { firstMs, longestMs, factor, random, isWatched = () => true } = options;
  let current = firstMs;
  return {
    next() {
      const pause = current * (1 - SPREAD * random());
      current = Math.min(longestMs, current * factor);
      return Math.round(isWatched() ? pause : pause * UNWATCHED_FACTOR);
    },
    reset() {
      current = firstMs;
    },
  };
}
