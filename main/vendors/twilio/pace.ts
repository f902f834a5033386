import { createBackoff, MAX_DELAY_MS, MAX_REFRESH_DELAY_MS, type Backoff } from '../shared/backoff';

export const MIN_POLL_DELAY_MS = 1_000;
/** The delay before doubtful state is fetched again. It is short because the state is already on screen. */
export const CONFIRM_DELAY_MS = 500;
/** A refresh takes more than one request, all of which must be in time. */
const MAX_POLL_DELAY_MS = MAX_REFRESH_DELAY_MS * 0.8;
const MIN_SEARCH_DELAY_MS = 3_000;
const MAX_SEARCH_DELAY_MS = 15_000;
/** How much longer the delay before the next search is for each conference that was checked. */
export const PROBE_DELAY_MS = 2_000;

/** The delays between the requests of a Twilio conference. */
export interface Pace {
  /** Between the polls of the watched conference. */
  readonly pollBackoff: Backoff;
  /** Between searches while no conference is watched. */
  readonly searchBackoff: Backoff;
  /** After failures. */
  readonly retryBackoff: Backoff;
}

export function createPace(options: {
  readonly random: () => number;
  readonly isWatched: () => boolean;
}): Pace {
  const { random } = options;
  return {
    pollBackoff: createBackoff({
      ...options,
      minMs: MIN_POLL_DELAY_MS,
      maxMs: MAX_POLL_DELAY_MS,
      factor: 1.25,
    }),
    searchBackoff: createBackoff({
      ...options,
      minMs: MIN_SEARCH_DELAY_MS,
      maxMs: MAX_SEARCH_DELAY_MS,
      factor: 1.5,
    }),
    retryBackoff: createBackoff({ random, minMs: 1_000, maxMs: MAX_DELAY_MS, factor: 2 }),
  };
}
