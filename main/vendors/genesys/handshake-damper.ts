import type { Clock } from '../../calls/clock';
import { MAX_INTERVAL_MS } from './bayeux-messages';

const WINDOW_MS = 60_000;
const MOST_IN_WINDOW = 5;
const FIRST_STEP_MS = 1_000;
const LONGEST_MS = 60_000;
/** A server that is down is not pressed by anybody, and when it is back all are to be back soon. */
const LONGEST_UNREACHED_MS = 16_000;
const LEAST_UNREACHED_MS = 2_000;
/** A session that lived so long was a good one: what ends it is news, not the same trouble again. */
const STABLE_MS = 30_000;

/**
 * Says when the next handshake (with the sign-in before it, if one is needed) may be made, so that
 * no loop of any cause can press the server: pauses grow to a minute and are spread at random, so
 * that a fleet does not come back in one wave, and there are never more than five in a minute.
 */
export interface HandshakeDamper {
  /** Milliseconds to wait from now. */
  delay(): number;
  /** Milliseconds to wait from now for one who is asked to hurry. */
  shortestDelay(): number;
  /** A handshake is made now. */
  begin(): void;
  /** The session that began last is good from now on. */
  succeed(): void;
  /** Whether the session that began last was good for long enough to forget earlier trouble. */
  isStable(): boolean;
  /** What began last never reached the server, so it was no handshake to it. */
  withdraw(): void;
  /** The server wants no handshake within so many milliseconds from now. */
  advise(intervalMs: number): void;
}

/** The least of capped, doubling pauses with full jitter; `attempt` counts from 0. */
export function jitteredPause(
  attempt: number,
  random: () => number,
  longestMs = LONGEST_MS,
): number {
  return random() * Math.min(longestMs, FIRST_STEP_MS * 2 ** attempt);
}

export function createHandshakeDamper(clock: Clock, random: () => number): HandshakeDamper {
  let recent: number[] = [];
  let attempts = 0;
  let goodSince: number | undefined;
  let notBefore = -Infinity;
  let isUnreached = false;

  function isStable(): boolean {
    return goodSince !== undefined && clock.elapsed() - goodSince >= STABLE_MS;
  }

  function shortestDelay(): number {
    const now = clock.elapsed();
    const oldest = recent.length < MOST_IN_WINDOW ? undefined : recent[0];
    const windowEnd = oldest === undefined ? now : oldest + WINDOW_MS;
    return Math.max(0, notBefore - now, windowEnd - now);
  }

  return {
    isStable,
    shortestDelay,
    delay() {
      if (attempts === 0) return shortestDelay();
      const attempt = isStable() ? 0 : attempts - 1;
      // On top of what has to be waited, as a whole fleet may have to wait until the same moment.
      return isUnreached
        ? shortestDelay() +
            LEAST_UNREACHED_MS +
            jitteredPause(attempt, random, LONGEST_UNREACHED_MS)
        : shortestDelay() + jitteredPause(attempt, random);
    },
    begin() {
      attempts = isStable() ? 1 : attempts + 1;
      goodSince = undefined;
      isUnreached = false;
      recent = [...recent, clock.elapsed()].slice(-MOST_IN_WINDOW);
    },
    succeed() {
      goodSince ??= clock.elapsed();
    },
    withdraw() {
      recent = recent.slice(0, -1);
      isUnreached = true;
    },
    advise(intervalMs) {
      notBefore = clock.elapsed() + Math.min(intervalMs, MAX_INTERVAL_MS);
    },
  };
}
