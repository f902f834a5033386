import type { CallStore } from '../calls/store';
import type { Clock } from '../time/clock';

/** A timer cannot be longer than some three weeks; one that ends early is set again, in ms. */
const MAX_WAIT_MS = 24 * 60 * 60 * 1_000;

/** Calls `switchOff` when do not disturb has lasted as long as it was to. Returns what ends the watch. */
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
