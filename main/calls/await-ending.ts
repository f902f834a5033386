import type { Clock } from '../time/clock';
import type { ReportError } from './attempt';
import type { Plan } from './command-plan';
import type { CallStore, StoreState } from './store';

/** The outcome of a command, as shown by the state. `broken`: a bug prevents that. */
export interface Ending {
  readonly shown: 'done' | 'obsolete' | 'too-late' | 'broken';
}

interface EndingWatch {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly onError: ReportError;
  /** Receives the functions that stop watching. */
  readonly wait: (...stops: (() => void)[]) => void;
  /** The state has shown the outcome, possibly after the time limit. */
  readonly onEnd: (ending: Ending) => void;
}

/** How long a vendor may take from the click to the update that shows the result, in ms. */
const TIME_LIMIT_MS = 10_000;

/**
 * Waits until the state shows that a command was completed or the time limit is reached. Continues to watch
 * after the limit, because a command that is shown as "not known" may still turn out to be done.
 */
export function awaitEnding(plan: Plan, watch: EndingWatch): Promise<Ending> {
  const { store, clock, onError, wait, onEnd } = watch;
  return new Promise((resolve) => {
    const cancelLimit = clock.after(TIME_LIMIT_MS, () => resolve({ shown: 'too-late' }));
    const unsubscribe = store.subscribe((state) => {
      const shown = judge(plan, state, onError);
      if (shown === undefined) return;
      onEnd({ shown });
      resolve({ shown });
    });
    wait(cancelLimit, unsubscribe);
  });
}

function judge(plan: Plan, state: StoreState, onError: ReportError): Ending['shown'] | undefined {
  try {
    if (plan.isCompleted?.(state) === true) return 'done';
    return plan.isObsolete?.(state) === true ? 'obsolete' : undefined;
  } catch (error) {
    onError(error);
    return 'broken';
  }
}
