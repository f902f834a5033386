import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AttachedData, Call, Line, Participant } from '../../contract/call-model';
import type { Recording } from '../../contract/recording';
import type { OpenedLink } from '../../contract/settings';
import type { LastCall, Snapshot } from '../../contract/snapshot';
import type { Vendor } from '../../contract/vendors';
import { withoutShown, type PendingRequest } from './pending';
import type { Refusal } from './refusal';
import { shareUnchanged } from './share-unchanged';
import { followWrappedUpCall } from './wrapped-up-call';

interface OfCall {
  readonly call: Call;
}

interface OfTwoCalls extends OfCall {
  readonly other: Call;
}

interface OfParticipant extends OfCall {
  readonly participant: Participant;
}

/** Calls that are over have recordings too. */
interface OfRecorded {
  readonly call: Call | LastCall;
}

interface OnLine {
  readonly line: Line;
}

/** What each dialog is about. */
interface DialogSubjects {
  /** `recording` is the one that is meant, where it has been looked up already. */
  readonly 'delete-call': OfRecorded & { readonly recording?: Recording };
  readonly recording: OfRecorded;
  readonly 'wrap-up': { readonly call: LastCall };
  readonly clear: OfCall;
  /** Between two calls that are not one consultation. */
  readonly 'complete-conference': OfTwoCalls;
  readonly 'complete-transfer': OfTwoCalls;
  readonly 'complete-room': OfCall;
  readonly 'delete-all-data': OfCall;
  readonly add: OfCall;
  readonly transfer: OfCall;
  /** To one participant, or to all who are in the call. */
  readonly play: OfCall & { readonly participant?: Participant };
  readonly 'remove-participant': OfParticipant;
  readonly move: OfParticipant;
  /** `number` is filled in where it was handed over from outside. */
  readonly dial: { readonly number?: string };
  readonly 'new-talkspace': OnLine;
  readonly 'new-conference': OnLine;
  readonly 'watch-conference': OnLine;
  readonly palette: object;
  readonly history: object;
  /** `page` is the one that it opens on; the list of pages without it. */
  readonly settings: { readonly page?: string };
  /** A link that was opened. */
  readonly link: { readonly link: OpenedLink };
  readonly quit: object;
  readonly help: object;
  readonly about: object;
}

/**
 * The dialog that is open; one at a time. It keeps its subject as it was when it opened, so that its
 * target and its words stay the same when the call changes behind it.
 */
export type OpenDialog = {
  [Kind in keyof DialogSubjects]: { readonly kind: Kind } & DialogSubjects[Kind];
}[keyof DialogSubjects];
export type DialogOf<Kind extends OpenDialog['kind']> = Extract<OpenDialog, { kind: Kind }>;

/** A part of the current call that opens and closes in its place; one at a time. */
export type Panel =
  | { readonly kind: 'keypad' | 'add-data'; readonly callId: string }
  | { readonly kind: 'change-data'; readonly callId: string; readonly key: string };

/** Attached data that the agent has asked to delete. */
export interface Deletion {
  readonly callId: string;
  readonly data: AttachedData;
  /** Its place among the others, from 0. */
  readonly index: number;
  /** The service no longer has it. */
  readonly isDone: boolean;
}

/** The window's state: a mirror of the last snapshot, and what only this window knows. */
export interface WindowState {
  readonly snapshot: Snapshot | undefined;
  /** For a vendor that is not connected: the last moment, in ms since the epoch, at which it was. */
  readonly freshUntil: Readonly<Partial<Record<Vendor, number>>>;
  /** Requests of this window whose outcome no snapshot has shown yet. */
  readonly pending: readonly PendingRequest[];
  /** Requests that the main process declined to carry out. */
  readonly refusals: readonly Refusal[];
  readonly dialog: OpenDialog | undefined;
  readonly panel: Panel | undefined;
  /** The call that the agent writes a note about. */
  readonly wrappedUpCallId: string | undefined;
  /** The focus is in that note. */
  readonly isWritingNote: boolean;
  /** What was deleted a moment ago and can be set again, or is being deleted. */
  readonly deletions: readonly Deletion[];
}

export type WindowStore = StoreApi<WindowState>;

export function createWindowStore(snapshot?: Snapshot): WindowStore {
  return createStore<WindowState>(() => ({
    snapshot,
    freshUntil: {},
    pending: [],
    refusals: [],
    dialog: undefined,
    panel: undefined,
    wrappedUpCallId: snapshot && followWrappedUpCall(snapshot, undefined, false),
    isWritingNote: false,
    deletions: [],
  }));
}

/** Takes a snapshot over, unless it is not newer than the one that is shown. */
export function acceptSnapshot(store: WindowStore, snapshot: Snapshot): void {
  store.setState((state) => {
    if (state.snapshot === undefined) {
      return {
        snapshot,
        freshUntil: findFreshUntil(state.freshUntil, snapshot),
        ...writeAbout(state, snapshot),
      };
    }
    if (snapshot.revision <= state.snapshot.revision) {
      return state;
    }
    const shared = shareUnchanged(state.snapshot, snapshot);
    return {
      snapshot: shared,
      pending: withoutShown(state.pending, snapshot),
      ...writeAbout(state, shared),
      deletions: followDeletions(state.deletions, snapshot),
      freshUntil:
        shared.connections === state.snapshot.connections
          ? state.freshUntil
          : findFreshUntil(state.freshUntil, shared),
    };
  });
}

/** Where the focus goes in or out of the note that the agent writes. */
export function noteWriting(store: WindowStore, isWritingNote: boolean): void {
  store.setState((state) => ({
    isWritingNote,
    ...(state.snapshot && writeAbout({ ...state, isWritingNote }, state.snapshot)),
  }));
}

/** The agent is done with what they write about a call that is over. */
export function finishWrapUp(store: WindowStore): void {
  store.setState({ wrappedUpCallId: undefined, isWritingNote: false });
}

function writeAbout(
  { wrappedUpCallId, isWritingNote }: WindowState,
  snapshot: Snapshot,
): Pick<WindowState, 'wrappedUpCallId'> {
  return { wrappedUpCallId: followWrappedUpCall(snapshot, wrappedUpCallId, isWritingNote) };
}

/** Those of calls that are gone, and of data that are back, are forgotten. */
function followDeletions(deletions: readonly Deletion[], { calls }: Snapshot): readonly Deletion[] {
  return deletions.length === 0
    ? deletions
    : deletions.flatMap((deletion) => {
        const call = calls.find(({ id }) => id === deletion.callId);
        const isThere = call?.attachedData?.some(({ key }) => key === deletion.data.key) ?? false;
        return call === undefined || (deletion.isDone && isThere)
          ? []
          : { ...deletion, isDone: !isThere };
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
