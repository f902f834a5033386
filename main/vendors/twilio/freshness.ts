import type { AppError } from '../../../contract/errors';
import type { ConnectionReport } from '../shared/connection-report';

/** After this many answers, what the first of them lacked is there again or has left. */
const ANSWERS_TO_CATCH_UP = 2;

/** Whether what is shown of a conference is up to date, and reports it. */
export interface Freshness {
  /** The state is older than promised, for a reason other than the service's answer. */
  fallBehind(reason: AppError): void;
  /** A fetch failed or had to wait: what is shown may be outdated until answers have caught up. */
  doubt(): void;
  /** An answer has come; `isUncertain`: it lacked somebody who is still shown. */
  catchUp(isUncertain: boolean): void;
  /** Nothing is shown any more. */
  reset(): void;
  /** The service is available: reports it as connected as soon as what is shown is up to date. */
  reportAvailable(): void;
}

export function createFreshness(options: {
  readonly report: ConnectionReport;
  /** Whether a rate limit is so long that the state becomes outdated. */
  readonly isLimited: () => boolean;
  /** Whether something is shown that may be outdated. */
  readonly hasShown: () => boolean;
}): Freshness {
  const { report, isLimited, hasShown } = options;
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
    reset() {
      answersBehind = 0;
    },
    reportAvailable() {
      if (isLimited()) fallBehind({ code: 'rate-limited', vendor: 'twilio' });
      else if (answersBehind === 0) report('connected');
    },
  };
}
