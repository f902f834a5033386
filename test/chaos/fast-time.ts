import type { Clock } from '../../main/time/clock';

/** How many times faster than the computer's time the app's time runs, at most. */
export const SPEED = 20;
/** The most that a turn of the event loop moves the time on: a busy computer slows it down instead. */
const MAX_STEP_MS = 50;

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Time that runs faster than the computer's, and never leaps while the computer is busy. */
export interface FastTime extends Clock {
  stop(): void;
}

/** A clock of its own on a common time, for one app. */
export interface EpisodeClock extends Clock {
  /** The clock is set to another time, as by a wake from sleep or a time server; timers go on. */
  jump(milliseconds: number): void;
  /** How many timers are set. */
  pending(): number;
}

/** Starts the time; one serves any number of episodes at once. */
export function startFastTime(start: number): FastTime {
  let now = start;
  let last = performance.now();
  const timers = new Set<Timer>();

  function step(): void {
    const real = performance.now();
    now += Math.min(MAX_STEP_MS, (real - last) * SPEED);
    last = real;
    for (const timer of [...timers].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)) {
      // One that was called before may have taken this one back.
      if (timers.delete(timer)) timer.callback();
    }
  }

  function after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: now + milliseconds, callback };
    timers.add(timer);
    return () => timers.delete(timer);
  }

  const interval = setInterval(step, 1);
  return {
    now: () => now,
    elapsed: () => now,
    after,
    watch: after,
    stop: () => clearInterval(interval),
  };
}

export function createEpisodeClock(time: Clock): EpisodeClock {
  let offset = 0;
  let pending = 0;

  function after(milliseconds: number, callback: () => void): () => void {
    let isSet = true;
    pending += 1;
    function release(): boolean {
      const wasSet = isSet;
      if (isSet) pending -= 1;
      isSet = false;
      return wasSet;
    }
    const cancel = time.after(milliseconds, () => {
      if (release()) callback();
    });
    return () => {
      release();
      cancel();
    };
  }

  return {
    now: () => Math.round(time.now() + offset),
    elapsed: () => time.elapsed(),
    after,
    watch: after,
    jump: (milliseconds) => {
      offset += milliseconds;
    },
    pending: () => pending,
  };
}
