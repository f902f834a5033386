import { attempt } from '../../calls/attempt';
import type { Clock } from '../../time/clock';

/** How long a request may take, including its wait for the rate limit, in ms. */
const TOLERANCE_MS = 12_000;

/**
 * Notices when a line is shown as connected although it is no longer polled. Requests have deadlines and
 * report their failures, so this is for the unexpected, such as a loop that has stopped or waits forever.
 */
export interface Watchdog {
  /** Data arrived, and more is expected in time. */
  feed(): void;
  /** Nothing is expected until the next `feed`. */
  rest(): void;
}

/** Has one timer while data is expected, otherwise none. */
export function createWatchdog(options: {
  readonly clock: Clock;
  /** The time from now within which data is expected, in ms. */
  readonly promisedMs: () => number;
  /** Called when data is overdue, and again at the same interval until it arrives. */
  readonly onSilence: () => void;
  /** Called with errors from `onSilence`. */
  readonly onError: (error: unknown) => void;
}): Watchdog {
  const { clock, promisedMs, onSilence, onError } = options;
  /** Both on `clock.elapsed`. */
  let fedAt = 0;
  let timer: { readonly dueAt: number; readonly cancel: () => void } | undefined;

  function arm(): void {
    const dueAt = fedAt + promisedMs() + TOLERANCE_MS;
    // An earlier timer checks again when it fires, so that feeding costs nothing.
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
