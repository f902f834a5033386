import type { Clock } from '../../main/time/clock';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
  isSet: boolean;
}

/** A clock that jumps from timer to timer, so that hours of many agents pass in seconds. */
export interface VirtualClock extends Clock {
  /** Advances the clock to this moment, in ms, and runs everything that is due until then. */
  runUntil(moment: number): Promise<void>;
}

export function createVirtualClock(): VirtualClock {
  const heap: Timer[] = [];
  let now = 0;

  function timeOf(index: number): number {
    return heap[index]?.at ?? Infinity;
  }

  function swap(one: number, other: number): void {
    const [first, second] = [heap[one], heap[other]];
    if (first === undefined || second === undefined) return;
    heap[one] = second;
    heap[other] = first;
  }

  function push(timer: Timer): void {
    heap.push(timer);
    let index = heap.length - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (timeOf(parent) <= timer.at) return;
      swap(parent, index);
      index = parent;
    }
  }

  function pop(): Timer | undefined {
    swap(0, heap.length - 1);
    const first = heap.pop();
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const least = timeOf(left + 1) < timeOf(left) ? left + 1 : left;
      if (timeOf(least) >= timeOf(index)) return first;
      swap(index, least);
      index = least;
    }
  }

  function after(milliseconds: number, callback: () => void): () => void {
    // Rounded to milliseconds, like real timers.
    const timer = { at: now + Math.max(0, Math.ceil(milliseconds)), callback, isSet: true };
    push(timer);
    return () => {
      timer.isSet = false;
    };
  }

  return {
    now: () => now,
    elapsed: () => now,
    after,
    watch: after,
    async runUntil(moment) {
      while (timeOf(0) <= moment) {
        now = timeOf(0);
        while (timeOf(0) === now) {
          const timer = pop();
          if (timer?.isSet === true) timer.callback();
        }
        // Promises that depend on these timers are settled before time moves on.
        await new Promise((resolve) => setImmediate(resolve));
      }
      now = moment;
    },
  };
}
