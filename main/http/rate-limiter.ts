import type { Clock } from '../time/clock';

export interface RateLimiter {
  /**
   * Resolves with true when a request may go, which is then counted as gone; with false when the
   * signal gave up the wait. What is urgent goes before all that is not.
   */
  acquire(signal?: AbortSignal, isUrgent?: boolean): Promise<boolean>;
  /**
   * A request has been answered. Where it was held up on its way the vendor has counted it just now, and
   * not when it was let go.
   */
  noteAnswer(): void;
  /** Lets nothing go before this moment, in ms since the epoch. Never shortens a pause. */
  pauseUntil(epochMs: number): void;
}

/**
 * Keeps requests at least `minIntervalMs` apart, and still while the vendor wants a pause. Requests may
 * travel unevenly: one follows another `minIntervalMs` after its answer, and `unevenMs` more after it was
 * let go.
 */
export function createRateLimiter(options: {
  readonly minIntervalMs: number;
  readonly unevenMs?: number;
  readonly clock: Clock;
}): RateLimiter {
  const { minIntervalMs, unevenMs = 0, clock } = options;
  /** On `clock.elapsed`, so that nobody waits for hours when the computer's clock is set back. */
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
          // Others may take the slot, or the vendor may ask for a pause, meanwhile: look again then.
          cancel = clock.after(wait, take);
          return;
        }
        free = clock.elapsed() + minIntervalMs + unevenMs;
        if (isUrgent) urgentCount -= 1;
        signal?.removeEventListener('abort', giveUp);
        resolve(true);
      }

      if (signal?.aborted === true) {
        resolve(false);
        return;
      }
      signal?.addEventListener('abort', giveUp);
      if (isUrgent) urgentCount += 1;
      take();
    });
  }

  return {
    acquire,
    noteAnswer() {
      free = Math.max(free, clock.elapsed() + minIntervalMs);
    },
    pauseUntil(epochMs) {
      free = Math.max(free, clock.elapsed() + epochMs - clock.now());
    },
  };
}
