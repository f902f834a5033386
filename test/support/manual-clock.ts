import type { Clock } from '../../main/time/clock';

interface Timer {
  readonly at: number;
  readonly isWatch: boolean;
  readonly callback: () => void;
}

export interface ManualClock extends Clock {
  /** Advances the clock and runs the timers that are due, in order. Awaits nothing. */
  advance(milliseconds: number): void;
  /** Sets the wall clock forward or back, as a time server does. No time passes. */
  set(milliseconds: number): void;
  /** The remaining time of each timer, in ms, soonest first. Watchdog timers are left out. */
  pending(): number[];
  /** The same for the watchdog timers. */
  watches(): number[];
  /** Resolves when a timer is set, at once if there is one. */
  whenSet(): Promise<void>;
  /** Waits for a timer, then advances the clock to the soonest one. */
  fireNext(): Promise<void>;
}

/** A clock that only moves when a test advances it. */
export function createManualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let now = start;
  let offset = 0;
  const timers = new Set<Timer>();
  let waiting: (() => void)[] = [];

  function inOrder(): Timer[] {
    return [...timers].sort((one, other) => one.at - other.at);
  }
  function advance(milliseconds: number): void {
    const until = now + milliseconds;
    for (let next = inOrder()[0]; next && next.at <= until; next = inOrder()[0]) {
      timers.delete(next);
      now = Math.max(now, next.at);
      next.callback();
    }
    now = until;
  }
  function list(isWatch: boolean): number[] {
    return inOrder()
      .filter((timer) => timer.isWatch === isWatch)
      .map((timer) => timer.at - now);
  }
  function pending(): number[] {
    return list(false);
  }
  function set(milliseconds: number, callback: () => void, isWatch: boolean): () => void {
    const timer = { at: now + milliseconds, callback, isWatch };
    timers.add(timer);
    if (!isWatch) {
      for (const resolve of waiting) resolve();
      waiting = [];
    }
    return () => timers.delete(timer);
  }
  function whenSet(): Promise<void> {
    if (pending().length > 0) return Promise.resolve();
    return new Promise((resolve) => waiting.push(resolve));
  }

  return {
    now: () => now + offset,
    elapsed: () => now,
    after: (milliseconds, callback) => set(milliseconds, callback, false),
    watch: (milliseconds, callback) => set(milliseconds, callback, true),
    advance,
    set: (milliseconds) => {
      offset += milliseconds;
    },
    pending,
    watches: () => list(true),
    whenSet,
    async fireNext() {
      await whenSet();
      advance(pending()[0]!);
    },
  };
}
