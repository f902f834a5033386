import type { AppError } from '../../../contract/errors';
import type { Clock } from '../../time/clock';

/**
 * How long after a reading was sent an answer has to be there, in ms: with the pause before it, what is
 * shown is five seconds old by then.
 */
const DEADLINE_MS = 2_500;
/** How long after a report that met a bug it is made again, in ms. */
const REPEAT_MS = 1_000;

/** Watches whether one TalkSpace goes on being read. */
export interface ReadingDeadline {
  /** A request was sent whose answer will show the state. */
  readonly sent: () => void;
  /** It showed nothing; another will be sent. */
  failed(reason: AppError): void;
  /** What is shown has been read. */
  met(): void;
  cancel(): void;
}

/** The time runs from the first request since the last useful answer. */
export function createReadingDeadline(options: {
  readonly clock: Clock;
  readonly onBehind: (reason: AppError) => void;
  readonly onCaughtUp: () => void;
  /** Called with what `onBehind` throws. */
  readonly onError: (error: unknown) => void;
}): ReadingDeadline {
  const { clock, onBehind, onCaughtUp, onError } = options;
  let reason: AppError | undefined;
  let sentAt = 0;
  let cancel: (() => void) | undefined;

  function miss(): void {
    try {
      onBehind(reason ?? { code: 'no-answer', vendor: 'telesocial' });
    } catch (error) {
      onError(error);
      // Otherwise what is shown would go on being called known.
      cancel = clock.after(REPEAT_MS, miss);
    }
  }

  return {
    sent() {
      sentAt = clock.elapsed();
      cancel ??= clock.after(DEADLINE_MS, miss);
    },
    failed(error) {
      reason = error;
    },
    met() {
      cancel?.();
      cancel = undefined;
      reason = undefined;
      // What was answered late is old already.
      if (clock.elapsed() - sentAt < DEADLINE_MS) onCaughtUp();
    },
    cancel: () => cancel?.(),
  };
}
