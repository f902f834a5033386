/** One moment on both scales of a clock, in ms: when it was, and for measuring how long something lasts. */
export interface Moment {
  readonly now: number;
  readonly elapsed: number;
}

export function momentOf(clock: Pick<Clock, 'now' | 'elapsed'>): Moment {
  return { now: clock.now(), elapsed: clock.elapsed() };
}

/** Time as a part that is handed in, so that tests and simulations can run it as they like. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Milliseconds since some moment, for how long something lasts: unlike `now` it goes on evenly when
   * the computer's clock is set.
   */
  elapsed(): number;
  /** Calls back once after so many milliseconds; the function returned takes it back. */
  after(milliseconds: number, callback: () => void): () => void;
  /** The same for what only watches: nothing waits for it, and it keeps no process alive. */
  watch(milliseconds: number, callback: () => void): () => void;
}
