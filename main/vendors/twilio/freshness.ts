import type { AppError } from '../../../contract/errors';
import type { ConnectionReport } from '../shared/connection-report';

/** After this many answers, somebody who was missing from the first one is either back or has left. */
const ANSWERS_TO_CATCH_UP = 2;

/** Tracks and reports whether the displayed conference is up to date. */
export interface Freshness {
  /** The state is older than promised, for a reason other than the service's answer. */
  fallBehind(reason: AppError): void;
  /** A fetch failed or had to wait, so the displayed state may be outdated until answers have caught up. */
  doubt(): void;
  /** An answer arrived; `isUncertain`: it lacked somebody who is still shown. */
  catchUp(isUncertain: boolean): void;
  /** Somebody has been shown without a name since the answer before this one. */
  noteSlowNames(): void;
  /** Nothing is displayed any more. */
  reset(): void;
  /** The service is available. Reports it as connected as soon as the displayed state is up to date. */
  reportAvailable(): void;
}

export function createFreshness(options: {
  readonly report: ConnectionReport;
  /** Whether a rate limit is so long that the state becomes outdated. */
  readonly isLimited: () => boolean;
  /** Whether the displayed state may be outdated. */
  readonly hasShown: () => boolean;
  /** Whether somebody's number and name are still being fetched. */
  readonly isLearning: () => boolean;
}): Freshness {
  const { report, isLimited, hasShown, isLearning } = options;
  let answersBehind = 0;

  function doubt(): void {
    answersBehind = hasShown() ? ANSWERS_TO_CATCH_UP : 0;
  }

  function fallBehind(reason: AppError): void {
    doubt();
    report('reconnecting', reason);
  }

  return {
    fallBehind,
    doubt,
    catchUp(isUncertain) {
      answersBehind = isUncertain ? Math.max(0, answersBehind - 1) : 0;
    },
    noteSlowNames() {
      if (isLearning()) fallBehind({ code: 'no-answer', vendor: 'twilio' });
    },
    reset() {
      answersBehind = 0;
    },
    reportAvailable() {
      if (isLimited()) fallBehind({ code: 'rate-limited', vendor: 'twilio' });
      else if (answersBehind === 0 && !isLearning()) report('connected');
    },
  };
}
