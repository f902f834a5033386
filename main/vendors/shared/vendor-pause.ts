import type { Clock } from '../../calls/clock';
import type { HttpAnswer } from '../../http/http-client';
import { readRetryMoment } from '../../http/rate-limit-headers';
import { readClockSkew } from '../../http/server-clock';
import type { RateLimiter } from '../../http/rate-limiter';
import { createGrowingPause } from './growing-pause';

/** How long a pause is obeyed at most: a clock that is wrong must not silence the app for a day. */
const LONGEST_PAUSE_MS = 60_000;
/** A longer pause is told to the agent: what is shown could get older than the five seconds promised. */
const LONGEST_QUIET_MS = 3_500;
/** The first pause after a 429 that does not say how long: a little more than what most limits count by. */
const UNTOLD_PAUSE_MS = 2_000;

/** Keeps the pauses that a vendor asks for with HTTP's 429. */
export interface VendorPause {
  /**
   * A request was one too many. Nothing goes through the limiter until the moment that the headers tell,
   * else `toldInBody` (ms since the epoch, by the server's clock); where neither does, ever longer.
   */
  obey(headers: HttpAnswer['headers'], toldInBody?: number): void;
  /** A request was served: the next untold pause is short again. */
  served(): void;
  /** Whether what is shown gets older than is promised before anything can be read. */
  isLong(): boolean;
}

export function createVendorPause(options: {
  readonly clock: Clock;
  readonly limiter: RateLimiter;
  readonly random: () => number;
  /** A pause has begun. */
  readonly onPause: () => void;
}): VendorPause {
  const { clock, limiter, random, onPause } = options;
  const untold = createGrowingPause({
    firstMs: UNTOLD_PAUSE_MS,
    longestMs: LONGEST_PAUSE_MS,
    factor: 2,
    random,
  });
  /** On `clock.elapsed`. */
  let pausedUntil = -Infinity;

  return {
    obey(headers, toldInBody) {
      const now = clock.now();
      const inBody = toldInBody && toldInBody + readClockSkew(headers, now);
      const told = readRetryMoment(headers, now) ?? inBody ?? now + untold.next();
      const until = Math.min(told, now + LONGEST_PAUSE_MS);
      limiter.pauseUntil(until);
      pausedUntil = Math.max(pausedUntil, clock.elapsed() + until - now);
      onPause();
    },
    served: () => untold.reset(),
    isLong: () => pausedUntil - clock.elapsed() > LONGEST_QUIET_MS,
  };
}
