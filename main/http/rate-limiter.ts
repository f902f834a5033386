import type { Clock } from '../calls/clock';

export interface RateLimiter {
  /**
   * Resolves with true when a request may go, which is then counted as gone; with false when the
   * signal gave up the wait.
   */
  acquire(signal?: AbortSignal): Promise<boolean>;
  /** Lets nothing go before this moment, in ms since the epoch. Never shortens a pause. */
  pauseUntil(epochMs: number): void;
}

/** Keeps requests at least `minIntervalMs` apart, and still while the vendor wants a pause. */
export function createRateLimiter(options: {
  readonly minIntervalMs: number;
  readonly clock: Clock;
}): RateLimiter {
  const { minIntervalMs, clock } = options;
  /** On `clock.elapsed`, so that nobody waits for hours when the computer's clock is set back. */
  let free = -Infinity;

  function acquire(signal?: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      let cancel: (() => void) | undefined;

      function giveUp(): void {
        cancel?.();
        resolve(false);
      }
      function take(): void {
        const wait = free - clock.elapsed();
        if (wait > 0) {
          // Others may take the slot, or the vendor may ask for a pause, meanwhile: look again then.
          cancel = clock.after(wait, take);
          return;
        }
        free = clock.elapsed() + minIntervalMs;
        signal?.removeEventListener('abort', giveUp);
        resolve(true);
      }

      if (signal?.aborted === true) {
        resolve(false);
        return;
      }
      signal?.addEventListener('abort', giveUp);
      take();
    });
  }

  return {
    acquire,
    pauseUntil(epochMs) {
      free = Math.max(free, clock.elapsed() + epochMs - clock.now());
    },
  };
}
