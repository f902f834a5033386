import { uptime } from 'node:os';
import type { Clock } from './clock';

/**
 * If two clocks differ by more than this, in ms, one was set or stood still. macOS counts whole
 * seconds.
 */
const TOLERANCE_MS = 2_000;

/** The computer's time sources, each in ms. */
export interface Counters {
  /** Since the epoch; can be set. */
  readonly wall: () => number;
  /** Stands still on some systems while the computer sleeps. */
  readonly awake: () => number;
  /** Since the computer was started, including sleep. More expensive to read than the others. */
  readonly uptime: () => number;
}

const SYSTEM: Counters = {
  wall: () => Date.now(),
  awake: () => performance.now(),
  uptime: () => uptime() * 1_000,
};

/**
 * Measures durations correctly even if the computer sleeps or its clock is set. The uptime is only read when
 * the other two have drifted apart, so that a burst of events costs no system calls.
 */
export function createElapsed({ wall, awake, uptime }: Counters = SYSTEM): () => number {
  const startedAt = uptime() - awake();
  let drift = wall() - awake();
  let slept = 0;
  return () => {
    const now = awake();
    const newDrift = wall() - now;
    if (Math.abs(newDrift - drift) > TOLERANCE_MS) {
      drift = newDrift;
      const missed = uptime() - now - startedAt;
      if (missed - slept > TOLERANCE_MS) slept = missed;
    }
    return now + slept;
  };
}

/** The computer's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: createElapsed(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  watch: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};
