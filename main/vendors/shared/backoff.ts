import type { Clock } from '../../time/clock';
import type { HttpAnswer } from '../../http/http-client';
import { readRetryMoment } from '../../http/rate-limit-headers';
import type { RateLimiter } from '../../http/rate-limiter';
import { readClockSkew } from '../../http/server-clock';

/**
 * The maximum delay that a server can ask for, in ms. Otherwise a wrong clock could silence the app for a
 * day.
 */
export const MAX_DELAY_MS = 60_000;

/**
 * The maximum delay before displayed data is polled again, in ms. Together with the time that two requests
 * take, nothing that is shown as current is older than five seconds.
 */
export const MAX_REFRESH_DELAY_MS = 3_600;
/** How much longer delays are while the window is hidden. */
const UNWATCHED_FACTOR = 3;

/**
 * `MAX_REFRESH_DELAY_MS` with the window visible or hidden. `queueMs`: how long other requests to the same
 * vendor can delay a poll.
 */
export function maxRefreshDelayMs(isWatched: boolean, queueMs = 0): number {
  return (MAX_REFRESH_DELAY_MS + queueMs) * (isWatched ? 1 : UNWATCHED_FACTOR);
}

export interface Backoff {
  /** The delay before the next attempt, in ms. Delays increase up to the maximum. */
  next(): number;
  /** Starts again with the shortest delay. */
  reset(): void;
}

/** The maximum fraction by which delays are shortened at random, so that many desktops do not poll in step. */
const JITTER = 0.1;

/** Delays that grow by `factor` from `minMs` to `maxMs`. Without a factor they are all `minMs`. */
export function createBackoff(options: {
  readonly minMs: number;
  readonly maxMs?: number;
  readonly factor?: number;
  readonly random: () => number;
  /** Whether the window is visible. Delays are longer while it is not. */
  readonly isWatched?: () => boolean;
}): Backoff {
  const { minMs, maxMs = minMs, factor = 1, random, isWatched = () => true } = options;
  let current = minMs;
  return {
    next() {
      const delay = current * (1 - JITTER * random());
      current = Math.min(maxMs, current * factor);
      return Math.round(isWatched() ? delay : delay * UNWATCHED_FACTOR);
    },
    reset() {
      current = minMs;
    },
  };
}

const JITTERED_STEP_MS = 1_000;

/** Exponential backoff with full jitter: 0 to 1 s, 2 s, 4 s and so on, in ms. `attempt` counts from 0. */
export function jitteredDelay(attempt: number, random: () => number, maxMs = MAX_DELAY_MS): number {
  return random() * Math.min(maxMs, JITTERED_STEP_MS * 2 ** attempt);
}

/** A delay that can be cut short. One wait at a time. */
export interface Delay {
  /** Waits this many milliseconds; without a number, until `end`. Resolves to whether it was cut short. */
  wait(milliseconds?: number): Promise<boolean>;
  /** Ends the wait, if there is one. */
  end(): void;
}

/**
 * When `stopping` is aborted, the current wait ends, and later ones end immediately, so that no timer
 * remains.
 */
export function createDelay(clock: Clock, stopping?: AbortSignal): Delay {
  let endWait: () => void = () => undefined;

  function wait(milliseconds?: number): Promise<boolean> {
    if (stopping?.aborted === true) return Promise.resolve(true);
    return new Promise((resolve) => {
      function end(isCutShort: boolean): void {
        cancel?.();
        stopping?.removeEventListener('abort', cutShort);
        resolve(isCutShort);
      }
      function cutShort(): void {
        end(true);
      }
      const cancel =
        milliseconds === undefined ? undefined : clock.after(milliseconds, () => end(false));
      stopping?.addEventListener('abort', cutShort);
      endWait = cutShort;
    });
  }

  return { wait, end: () => endWait() };
}

const RECONNECT_WINDOW_MS = 60_000;
const MAX_ATTEMPTS_IN_WINDOW = 5;
/**
 * Retrying does no harm to a server that cannot be reached, and everybody should reconnect soon after it
 * returns.
 */
const MAX_UNREACHABLE_MS = 16_000;
const MIN_UNREACHABLE_MS = 2_000;
/**
 * A connection that lasted this long was stable: its end is a new problem, not a repetition of the last one.
 */
const STABLE_MS = 30_000;

/**
 * When the next connection attempt may be made. There are never more than five attempts in a minute, even if
 * a client reconnects in a loop. Delays grow up to a minute and have full jitter, so that a fleet does not
 * reconnect all at once.
 */
export interface ReconnectBackoff {
  /** Milliseconds from now to the next attempt. */
  delay(): number;
  /** The same for an attempt that the agent asked for. */
  minDelay(): number;
  recordAttempt(): void;
  /** The last attempt succeeded. */
  recordSuccess(): void;
  /** The last attempt never reached the server, so it does not count toward the limit. */
  recordUnreachable(): void;
  /** The server asked for no attempts within this many milliseconds from now. */
  setServerInterval(milliseconds: number): void;
}

export function createReconnectBackoff(clock: Clock, random: () => number): ReconnectBackoff {
  let recent: number[] = [];
  let attempts = 0;
  let connectedSince: number | undefined;
  let notBefore = -Infinity;
  let isUnreachable = false;

  function isStable(): boolean {
    return connectedSince !== undefined && clock.elapsed() - connectedSince >= STABLE_MS;
  }

  function minDelay(): number {
    const now = clock.elapsed();
    const oldest = recent.length < MAX_ATTEMPTS_IN_WINDOW ? undefined : recent[0];
    const windowEnd = oldest === undefined ? now : oldest + RECONNECT_WINDOW_MS;
    return Math.max(0, notBefore - now, windowEnd - now);
  }

  return {
    minDelay,
    delay() {
      if (attempts === 0) return minDelay();
      const attempt = isStable() ? 0 : attempts - 1;
      // Added to the minimum, because a whole fleet may have to wait until the same moment.
      return isUnreachable
        ? minDelay() + MIN_UNREACHABLE_MS + jitteredDelay(attempt, random, MAX_UNREACHABLE_MS)
        : minDelay() + jitteredDelay(attempt, random);
    },
    recordAttempt() {
      attempts = isStable() ? 1 : attempts + 1;
      connectedSince = undefined;
      isUnreachable = false;
      recent = [...recent, clock.elapsed()].slice(-MAX_ATTEMPTS_IN_WINDOW);
    },
    recordSuccess() {
      connectedSince ??= clock.elapsed();
    },
    recordUnreachable() {
      recent = recent.slice(0, -1);
      isUnreachable = true;
    },
    setServerInterval(milliseconds) {
      notBefore = clock.elapsed() + Math.min(milliseconds, MAX_DELAY_MS);
    },
  };
}

/** The delay after a 429 that does not say how long: slightly longer than the period of most limits. */
const MIN_RATE_LIMIT_MS = 2_000;
/** With a longer delay, the displayed data can become older than five seconds. */
const LONG_RATE_LIMIT_MS = 3_500;

/** Applies the delays that a vendor asks for with HTTP's 429. */
export interface RateLimitBackoff {
  /**
   * A request was rejected with 429. The limiter holds all requests until the time in the headers or else
   * `retryAtInBody` (ms since the epoch by the server's clock). Without either, delays grow.
   */
  start(headers: HttpAnswer['headers'], retryAtInBody?: number): void;
  /** A request was served, so the next 429 starts with the shortest delay. */
  reset(): void;
  /**
   * Whether the displayed data will be outdated before it can be polled. Consecutive delays are added up,
   * since nothing is polled between them.
   */
  isLong(): boolean;
}

export function createRateLimitBackoff(options: {
  readonly clock: Clock;
  readonly limiter: RateLimiter;
  readonly random: () => number;
  readonly onStart: () => void;
}): RateLimitBackoff {
  const { clock, limiter, random, onStart } = options;
  const backoff = createBackoff({
    minMs: MIN_RATE_LIMIT_MS,
    maxMs: MAX_DELAY_MS,
    factor: 2,
    random,
  });
  /** Both on `clock.elapsed`. The first is the time of the first rejection since a request was last served. */
  let limitedSince: number | undefined;
  let limitedUntil = -Infinity;

  return {
    start(headers, retryAtInBody) {
      const now = clock.now();
      const inBody = (retryAtInBody ?? -Infinity) + readClockSkew(headers, now);
      const stated = readRetryMoment(headers, now) ?? (inBody > now ? inBody : undefined);
      const retryAt = stated ?? now + backoff.next();
      const until = Math.min(retryAt, now + MAX_DELAY_MS);
      limiter.holdUntil(until);
      limitedSince ??= clock.elapsed();
      limitedUntil = Math.max(limitedUntil, clock.elapsed() + until - now);
      onStart();
    },
    reset() {
      backoff.reset();
      limitedSince = undefined;
    },
    isLong() {
      const now = clock.elapsed();
      return now < limitedUntil && limitedUntil - (limitedSince ?? now) > LONG_RATE_LIMIT_MS;
    },
  };
}
