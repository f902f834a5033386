import type { CallStore } from '../calls/store';
import type { Clock } from '../time/clock';

/**
 * The maximum delay of one timer, in ms. Node's timers are limited to about 25 days, so a longer
 * one is set again.
 */
const MAX_WAIT_MS = 24 * 60 * 60 * 1_000;

/**
 * Calls `switchOff` when the time for do not disturb is over. Returns a function that stops
 * watching.
 */
export function watchDoNotDisturb(
  store: CallStore,
  clock: Clock,
  switchOff: () => void,
): () => void {
  let cancel: (() => void) | undefined;

  function check(): void {
    cancel?.();
    cancel = undefined;
    const { doNotDisturb } = store.getState().preferences;
    if (typeof doNotDisturb !== 'number') return;
    const rest = doNotDisturb - clock.now();
    if (rest <= 0) switchOff();
    else cancel = clock.watch(Math.min(rest, MAX_WAIT_MS), check);
  }

  const unsubscribe = store.subscribe((state, previous) => {
    if (state.preferences !== previous.preferences) check();
  });
  check();
  return () => {
    unsubscribe();
    cancel?.();
  };
}
