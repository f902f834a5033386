import type { Bridge } from '../../contract/bridge';
import { acceptSnapshot, type WindowStore } from './window-store';

/**
 * Keeps the store a mirror of what the main process sends. Subscribes first and asks second, so that
 * nothing is lost between the two; the revisions sort out which is newer.
 *
 * @returns a function that ends the subscription.
 */
export function followSnapshots(bridge: Bridge, store: WindowStore): () => void {
  const unsubscribe = bridge.onSnapshot((snapshot) => acceptSnapshot(store, snapshot));
  void bridge.getSnapshot().then((result) => {
    if (result.ok) {
      acceptSnapshot(store, result.value);
    }
  });
  return unsubscribe;
}
