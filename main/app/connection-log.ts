import type { Connection } from '../../contract/snapshot';
import type { CallStore } from '../calls/store';

/** The changes of the connections since the app started. */
export interface ConnectionLog {
  /** Oldest first. */
  list(): readonly Connection[];
  dispose(): void;
}

/** When the log is full, the oldest entries are removed first. */
const MAX_CHANGES = 200;

export function createConnectionLog(
  store: Pick<CallStore, 'getState' | 'subscribe'>,
): ConnectionLog {
  let changes: readonly Connection[] = [...store.getState().connections.values()];
  const unsubscribe = store.subscribe(({ connections }, previous) => {
    if (connections === previous.connections) return;
    const changed = [...connections.values()].filter(
      (connection) => previous.connections.get(connection.vendor) !== connection,
    );
    changes = [...changes, ...changed].slice(-MAX_CHANGES);
  });
  return { list: () => changes, dispose: unsubscribe };
}
