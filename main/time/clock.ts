/**
 * A moment on both scales of a clock, in ms: the time of day, and the scale for measuring
 * durations.
 */
export interface Moment {
  readonly now: number;
  readonly elapsed: number;
}

export function momentOf(clock: Pick<Clock, 'now' | 'elapsed'>): Moment {
  return { now: clock.now(), elapsed: clock.elapsed() };
}

/** The clock is injected, so that tests and simulations can control time. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Milliseconds since an arbitrary moment, for measuring durations. Unlike `now`, it is not
   * affected by setting the computer's clock.
   */
  elapsed(): number;
  /** Calls back once after this many milliseconds. Returns a function that cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
  /** The same for timers that only watch: they do not keep the process alive. */
  watch(milliseconds: number, callback: () => void): () => void;
}
