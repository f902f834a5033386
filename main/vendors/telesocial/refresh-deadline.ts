import type { AppError } from '../../../contract/errors';
import type { Clock } from '../../time/clock';

/**
 * How long a refresh may take. Together with the delay before it, the state on the screen is five seconds
 * old by then.
 */
const REFRESH_TIMEOUT_MS = 2_500;
/** The delay before a report that threw is repeated, in ms. */
const REPEAT_DELAY_MS = 1_000;

/** Watches whether one TalkSpace is refreshed in time. */
export interface RefreshDeadline {
  /** A request for the state was sent. */
  readonly sent: () => void;
  /** It failed; another will be sent. */
  failed(reason: AppError): void;
  /**
   * The state was refreshed. `isInDoubt`: the answer lacks something that is shown, and the next one decides.
   * Such an answer is in time, but does not prove that the displayed state is up to date.
   */
  met(isInDoubt?: boolean): void;
  /** Stops watching permanently. */
  stop(): void;
}

/** The time starts with the first request after the last useful answer. */
export function createRefreshDeadline(options: {
  readonly clock: Clock;
  readonly onBehind: (reason: AppError) => void;
  readonly onCaughtUp: () => void;
  /** Called with errors from `onBehind`. */
  readonly onError: (error: unknown) => void;
}): RefreshDeadline {
  const { clock, onBehind, onCaughtUp, onError } = options;
  let reason: AppError | undefined;
  let sentAt = 0;
  let cancel: (() => void) | undefined;
  let isStopped = false;

  function miss(): void {
    try {
      onBehind(reason ?? { code: 'no-answer', vendor: 'telesocial' });
    } catch (error) {
      onError(error);
      // Otherwise the outdated state would still be reported as current.
      cancel = clock.after(REPEAT_DELAY_MS, miss);
    }
  }

  return {
    sent() {
      if (isStopped) return;
      sentAt = clock.elapsed();
      cancel ??= clock.after(REFRESH_TIMEOUT_MS, miss);
    },
    failed(error) {
      reason = error;
    },
    met(isInDoubt = false) {
      cancel?.();
      cancel = undefined;
      reason = undefined;
      // A late answer is outdated already.
      if (!isInDoubt && clock.elapsed() - sentAt < REFRESH_TIMEOUT_MS) onCaughtUp();
    },
    stop() {
      isStopped = true;
      cancel?.();
    },
  };
}
