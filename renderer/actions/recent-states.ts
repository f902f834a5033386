import { SETTLE_MS } from '../../contract/settle';
import type { WindowState, WindowStore } from '../state/window-store';

/** What the window showed before the changes to which the agent cannot have reacted yet. */
export interface RecentStates {
  readonly newestFirst: () => readonly WindowState[];
  readonly stop: () => void;
}

export function followStates(store: WindowStore): RecentStates {
  let left: { readonly state: WindowState; readonly at: number }[] = [];

  function forgetOld(): void {
    const now = performance.now();
    left = left.filter(({ at }) => now - at < SETTLE_MS);
  }

  const stop = store.subscribe((state, before) => {
    if (state.snapshot === before.snapshot) return;
    forgetOld();
    left.push({ state: before, at: performance.now() });
  });
  return {
    newestFirst: () => {
      forgetOld();
      return left.map(({ state }) => state).reverse();
    },
    stop,
  };
}
