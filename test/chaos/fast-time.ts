import type { Clock } from '../../main/time/clock';

/** The maximum speed of the app's time, as a multiple of real time. */
export const SPEED = 20;
/** The longest step in one turn of the event loop, so that time runs more slowly on a busy computer. */
const MAX_STEP_MS = 50;

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Time that runs faster than real time, and never jumps while the computer is busy. */
export interface FastTime extends Clock {
  stop(): void;
}

/** The clock of one app, based on a common time. */
export interface EpisodeClock extends Clock {
  /** Sets the clock to another time, as after sleep or by a time server. Timers continue. */
  jump(milliseconds: number): void;
  /** The number of active timers. */
  pending(): number;
}

/** Starts the time, which simultaneous episodes can share. */
export function startFastTime(start: number): FastTime {
  let now = start;
  let last = performance.now();
  const timers = new Set<Timer>();

  function step(): void {
    const real = performance.now();
    now += Math.min(MAX_STEP_MS, (real - last) * SPEED);
    last = real;
    for (const timer of [...timers].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)) {
      // An earlier callback may have canceled this one.
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
