import type { Clock } from '../time/clock';

export interface RateLimiter {
  /**
   * Resolves with true when a request may be sent, which then counts as sent; with false if the signal
   * aborts the wait. Urgent requests go first.
   */
  acquire(signal?: AbortSignal, isUrgent?: boolean): Promise<boolean>;
  /** A request was answered. If it was delayed on its way, the vendor may have counted it only now. */
  noteAnswer(): void;
  /** Sends nothing before this time, in ms since the epoch. Never shortens an earlier hold. */
  holdUntil(epochMs: number): void;
}

/**
 * Keeps requests at least `minIntervalMs` apart, and holds them while the vendor asks for it. As requests
 * take different times to arrive, the next one is sent `minIntervalMs` after the answer to the one before,
 * or `minIntervalMs + jitterMs` after it was sent.
 */
export function createRateLimiter(options: {
  readonly minIntervalMs: number;
  readonly jitterMs?: number;
  readonly clock: Clock;
}): RateLimiter {
  const { minIntervalMs, jitterMs = 0, clock } = options;
  /** On `clock.elapsed`, so that setting the computer's clock back causes no long wait. */
  let free = -Infinity;
  /** The ends of the waits, in the order of the requests. */
  const urgent: ((maySend: boolean) => void)[] = [];
  const others: typeof urgent = [];
  let cancel: (() => void) | undefined;

  /** One timer for all of them: two that are due together can fire in any order, and so swap two commands. */
  function serve(): void {
    cancel?.();
    cancel = undefined;
    const next = urgent[0] ?? others[0];
    if (next === undefined) return;
    const wait = free - clock.elapsed();
    if (wait > 0) {
      // In the meantime an urgent request may come, or the vendor may ask for a longer wait, so look again.
      cancel = clock.after(wait, serve);
      return;
    }
    free = clock.elapsed() + minIntervalMs + jitterMs;
    next(true);
    serve();
  }

  function acquire(signal?: AbortSignal, isUrgent = false): Promise<boolean> {
    return new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve(false);
        return;
      }
      const queue = isUrgent ? urgent : others;
      function giveUp(): void {
        end(false);
        serve();
      }
      function end(maySend: boolean): void {
        queue.splice(queue.indexOf(end), 1);
        signal?.removeEventListener('abort', giveUp);
        resolve(maySend);
      }
      queue.push(end);
      serve();
      // Most requests need not wait, and then nothing has to listen.
      if (queue.includes(end)) signal?.addEventListener('abort', giveUp);
    });
  }

  return {
    acquire,
    noteAnswer() {
      free = Math.max(free, clock.elapsed() + minIntervalMs);
    },
    holdUntil(epochMs) {
      free = Math.max(free, clock.elapsed() + epochMs - clock.now());
    },
  };
}
