import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call, Participant } from '../../contract/call-model';
import type { Snapshot } from '../../contract/snapshot';
import type { Vendor } from '../../contract/vendors';
import type { Refusal } from './requests';
import { shareUnchanged } from './share-unchanged';

/**
 * A question that waits for the agent. It holds what it is about as it was when asked, so that it can
 * neither change its object nor lose its words when the call changes behind it.
 */
export type Question =
  | { readonly kind: 'delete-call'; readonly call: Call }
  | {
      readonly kind: 'remove-participant';
      readonly call: Call;
      readonly participant: Participant;
    };

/** The window's state: a mirror of the last snapshot, and what only this window knows. */
export interface WindowState {
  readonly snapshot: Snapshot | undefined;
  /** For a vendor that is not connected: the last moment, in ms since the epoch, at which it was. */
  readonly freshUntil: Readonly<Partial<Record<Vendor, number>>>;
  /** Keys of the requests that the main process has not answered yet; see `requestKey`. */
  readonly asking: readonly string[];
  /** Requests that the main process declined to carry out. */
  readonly refusals: readonly Refusal[];
  readonly question: Question | undefined;
}

export type WindowStore = StoreApi<WindowState>;

export function createWindowStore(snapshot?: Snapshot): WindowStore {
  return createStore<WindowState>(() => ({
    snapshot,
    freshUntil: {},
    asking: [],
    refusals: [],
    question: undefined,
  }));
}

/** Takes a snapshot over, unless it is not newer than the one that is shown. */
export function acceptSnapshot(store: WindowStore, snapshot: Snapshot): void {
  store.setState((state) => {
    if (state.snapshot === undefined) {
      return { snapshot, freshUntil: findFreshUntil(state.freshUntil, snapshot) };
    }
    if (snapshot.revision <= state.snapshot.revision) {
      return state;
    }
    const shared = shareUnchanged(state.snapshot, snapshot);
    return {
      snapshot: shared,
      freshUntil:
        shared.connections === state.snapshot.connections
          ? state.freshUntil
          : findFreshUntil(state.freshUntil, shared),
    };
  });
}

/** A connection passes through several states while it is away: only the first one's time counts. */
function findFreshUntil(
  previous: WindowState['freshUntil'],
  snapshot: Snapshot,
): WindowState['freshUntil'] {
  return Object.fromEntries(
    snapshot.connections
      .filter((connection) => connection.state !== 'connected')
      .map((connection) => [connection.vendor, previous[connection.vendor] ?? connection.since]),
  );
}
