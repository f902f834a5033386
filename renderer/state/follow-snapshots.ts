import type { Bridge } from '../../contract/bridge';
import { acceptSnapshot, type WindowStore } from './window-store';

/**
 * Mirrors the main process's snapshots in the store. Subscribes before requesting the first
 * snapshot, so that none is missed. The revisions show which snapshot is newer.
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
