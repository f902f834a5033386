import type { WindowStore } from '../../state/window-store';

/** How long a declined request is shown in place of the call's state and timer. */
const SHOWN_MS = 8_000;

/**
 * Drops declined requests after a while. Unlike in the window, nothing in the bar dismisses them.
 *
 * @returns a function that ends it.
 */
export function dropRefusals(store: WindowStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = store.subscribe(({ refusals }, before) => {
    if (refusals === before.refusals) return;
    clearTimeout(timer);
    if (refusals.length > 0) timer = setTimeout(() => store.setState({ refusals: [] }), SHOWN_MS);
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}
