import { attempt } from '../../calls/attempt';
import type { Clock } from '../../time/clock';

/** How long a request may take, and the wait for its turn before it, in ms. */
const TOLERANCE_MS = 12_000;

/**
 * Notices when a line is shown as connected although it is no longer polled. Requests have deadlines and
 * report their failures, so this is for the unexpected: a loop that died or waits forever.
 */
export interface Watchdog {
  /** Data arrived, and more is due in time. */
  feed(): void;
  /** Nothing is due until the next feed. */
  rest(): void;
}

/** Has one timer while something is due, otherwise none. */
export function createWatchdog(options: {
  readonly clock: Clock;
  /** Within how many ms from now data is due. */
  readonly promisedMs: () => number;
  /** It is overdue. Called again after the same time for as long as that lasts. */
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
    // An earlier timer checks again then, so that feeding costs nothing.
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
