import { attempt } from '../../calls/attempt';
import type { Clock } from '../../time/clock';

/** How long a request may take, and the wait for its turn before it, in ms. */
const TOLERANCE_MS = 12_000;

/**
 * Notices that a line is shown as connected although nothing of it is read any more, whatever the
 * cause. Requests have deadlines and report their failures, so this is for what nobody foresaw: a loop
 * that died, or waits for something that never comes.
 */
export interface Watchdog {
  /** Something was read just now, and the next is promised. */
  feed(): void;
  /** Nothing is promised until the next feed. */
  rest(): void;
}

/** Has one timer while something is promised, and none else. */
export function createWatchdog(options: {
  readonly clock: Clock;
  /** Within how many ms from now something is to be read. */
  readonly promisedMs: () => number;
  /** Nothing was. Called again after the same time while that goes on. */
  readonly onSilence: () => void;
  /** Called with what `onSilence` throws. */
  readonly onError: (error: unknown) => void;
}): Watchdog {
  const { clock, promisedMs, onSilence, onError } = options;
  /** Both on `clock.elapsed`. */
  let fedAt = 0;
  let timer: { readonly dueAt: number; readonly cancel: () => void } | undefined;

  function arm(): void {
    const dueAt = fedAt + promisedMs() + TOLERANCE_MS;
    // A timer that is due sooner looks again then, so that feeding costs nothing.
    if (timer !== undefined && timer.dueAt <= dueAt) return;
    timer?.cancel();
    timer = { dueAt, cancel: clock.watch(dueAt - clock.elapsed(), check) };
  }

  function check(): void {
    timer = undefined;
    const isSilent = clock.elapsed() >= fedAt + promisedMs() + TOLERANCE_MS;
    if (isSilent) fedAt = clock.elapsed();
    arm();
    if (isSilent) attempt(onSilence, onError);
  }

  return {
    feed() {
      fedAt = clock.elapsed();
      arm();
    },
    rest() {
      timer?.cancel();
      timer = undefined;
    },
  };
}
