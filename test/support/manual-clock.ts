import type { Clock } from '../../main/time/clock';

interface Timer {
  readonly at: number;
  readonly isWatch: boolean;
  readonly callback: () => void;
}

export interface ManualClock extends Clock {
  /** Lets time pass, calling what is due in its order; awaits nothing. */
  advance(milliseconds: number): void;
  /** Sets the clock forward or back, as a time server does; no time passes. */
  set(milliseconds: number): void;
  /** How long until each timer that is set, in ms, soonest first; those that only watch aside. */
  pending(): number[];
  /** The same of those that only watch. */
  watches(): number[];
  /** Resolves when a timer is set, at once when one is. */
  whenSet(): Promise<void>;
  /** Waits for a timer, then lets exactly as much time pass as the soonest one needs. */
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
