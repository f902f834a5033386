import { uptime } from 'node:os';
import type { Clock } from './clock';

/** Two clocks that differ by more have been set, or one of them stood still. macOS counts whole seconds. */
const TOLERANCE_MS = 2_000;

/** What the computer counts, each in ms. */
export interface Counters {
  /** Since the epoch; can be set. */
  readonly wall: () => number;
  /** Stands still on some systems while the computer sleeps. */
  readonly awake: () => number;
  /** Since the computer was started, sleep included. More expensive to ask for than the others. */
  readonly uptime: () => number;
}

const SYSTEM: Counters = {
  wall: () => Date.now(),
  awake: () => performance.now(),
  uptime: () => uptime() * 1_000,
};

/**
 * How long something lasts, whether the computer sleeps or its clock is set meanwhile. The uptime is only
 * asked for when the other two have drifted apart, so that a burst of events costs no system calls.
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
