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
  let urgentCount = 0;

  function acquire(signal?: AbortSignal, isUrgent = false): Promise<boolean> {
    return new Promise((resolve) => {
      let cancel: (() => void) | undefined;

      function giveUp(): void {
        cancel?.();
        if (isUrgent) urgentCount -= 1;
        resolve(false);
      }
      function take(): void {
        const untilFree = free - clock.elapsed();
        const wait = !isUrgent && urgentCount > 0 ? Math.max(untilFree, minIntervalMs) : untilFree;
        if (wait > 0) {
          // In the meantime another request may have taken the slot, or the vendor may have asked
          // for a longer wait, so check again.
          cancel = clock.after(wait, take);
          return;
        }
        free = clock.elapsed() + minIntervalMs + jitterMs;
        if (isUrgent) urgentCount -= 1;
        signal?.removeEventListener('abort', giveUp);
        resolve(true);
      }

      if (signal?.aborted === true) {
        resolve(false);
        return;
      }
      if (isUrgent) urgentCount += 1;
      take();
      // Most requests need not wait, and then nothing has to listen.
      if (cancel !== undefined) signal?.addEventListener('abort', giveUp);
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
