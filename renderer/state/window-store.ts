import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AttachedData, Call, Line, Participant } from '../../contract/call-model';
import { findCall } from '../../contract/find-calls';
import type { Message } from '../../contract/locale/describe-command';
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

/** Ended calls have recordings too. */
interface OfRecorded {
  readonly call: Call | LastCall;
}

interface OnLine {
  readonly line: Line;
}

/** The subject of each dialog. */
interface DialogSubjects {
  /** `recording` is set if it has already been looked up. */
  readonly 'delete-call': OfRecorded & { readonly recording?: Recording };
  readonly recording: OfRecorded;
  readonly 'wrap-up': { readonly call: LastCall };
  readonly clear: OfCall;
  /** For two calls that are not a consultation. */
  readonly 'complete-conference': OfTwoCalls;
  readonly 'complete-transfer': OfTwoCalls;
  readonly 'complete-room': OfCall;
  readonly 'delete-all-data': OfCall;
  /** For data that cannot be restored. */
  readonly 'delete-data': OfCall & { readonly deletion: Deletion };
  readonly add: OfCall;
  readonly transfer: OfCall;
  /** For one participant, or for everybody in the call. */
  readonly play: OfCall & { readonly participant?: Participant };
  readonly 'remove-participant': OfParticipant;
  readonly move: OfParticipant;
  /** `number` is set if it came from outside. */
  readonly dial: { readonly number?: string };
  readonly 'new-talkspace': OnLine;
  readonly 'new-conference': OnLine;
  readonly 'watch-conference': OnLine;
  readonly palette: object;
  readonly history: object;
  /** `page` is the initial page. Without it, the list of pages is shown. */
  readonly settings: { readonly page?: string };
  /** A link that was opened. */
  readonly link: { readonly link: OpenedLink };
  /** The details of a message. `commandId` is set if it is about a command, whose outcome may change. */
  readonly message: { readonly message: Message; readonly commandId: string | undefined };
  readonly quit: object;
  readonly help: object;
  readonly about: object;
}

/**
 * The open dialog; there is at most one. It keeps its subject from when it was opened, so that its
 * target and texts do not change with the call.
 */
export type OpenDialog = {
  [Kind in keyof DialogSubjects]: { readonly kind: Kind } & DialogSubjects[Kind];
}[keyof DialogSubjects];
export type DialogOf<Kind extends OpenDialog['kind']> = Extract<OpenDialog, { kind: Kind }>;

/** A panel of the current call; at most one is open. */
export type Panel =
  | { readonly kind: 'keypad' | 'add-data'; readonly callId: string }
  | { readonly kind: 'change-data'; readonly callId: string; readonly key: string };

/** Attached data that the agent has asked to delete. */
export interface Deletion {
  readonly callId: string;
  readonly data: AttachedData;
  /** Its index among the others. */
  readonly index: number;
  /** When the service had deleted it, on the clock of `performance.now()`; undefined until then. */
  readonly doneAt: number | undefined;
}

/** The window's state: the latest snapshot, and local state. */
export interface WindowState {
  readonly snapshot: Snapshot | undefined;
  /**
   * For each vendor that is not connected: when its connection was lost, in ms since the epoch.
   */
  readonly freshUntil: Readonly<Partial<Record<Vendor, number>>>;
  /** Requests of this window whose outcome is not in a snapshot yet. */
  readonly pending: readonly PendingRequest[];
  /** Requests that the main process declined to carry out. */
  readonly refusals: readonly Refusal[];
  readonly dialog: OpenDialog | undefined;
  readonly panel: Panel | undefined;
  /** The call in the wrap-up. */
  readonly wrappedUpCallId: string | undefined;
  /** Whether the focus is in the note. */
  readonly isWritingNote: boolean;
  /** Data that was just deleted and can be restored, or is being deleted. */
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

/** Adopts a snapshot if it is newer than the current one. */
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
      panel: followPanel(state.panel, snapshot),
      freshUntil:
        shared.connections === state.snapshot.connections
          ? state.freshUntil
          : findFreshUntil(state.freshUntil, shared),
    };
  });
}

/** Records whether the focus is in the note. */
export function setWritingNote(store: WindowStore, isWritingNote: boolean): void {
  store.setState((state) => ({
    isWritingNote,
    ...(state.snapshot && writeAbout({ ...state, isWritingNote }, state.snapshot)),
  }));
}

/** Ends the wrap-up of an ended call. */
export function finishWrapUp(store: WindowStore): void {
  store.setState({ wrappedUpCallId: undefined, isWritingNote: false });
}

function writeAbout(
  { wrappedUpCallId, isWritingNote }: WindowState,
  snapshot: Snapshot,
): Pick<WindowState, 'wrappedUpCallId'> {
  return { wrappedUpCallId: followWrappedUpCall(snapshot, wrappedUpCallId, isWritingNote) };
}

/** Closes the keypad of a call that has ended. */
function followPanel(panel: Panel | undefined, snapshot: Snapshot): Panel | undefined {
  if (panel?.kind !== 'keypad') return panel;
  const call = findCall(snapshot, panel.callId);
  return call === undefined || call.state === 'ended' ? undefined : panel;
}

/** Drops deletions of ended calls and of data that has been restored. */
function followDeletions(deletions: readonly Deletion[], { calls }: Snapshot): readonly Deletion[] {
  return deletions.length === 0
    ? deletions
    : deletions.flatMap((deletion) => {
        const call = calls.find(({ id }) => id === deletion.callId);
        const isThere = call?.attachedData?.some(({ key }) => key === deletion.data.key) ?? false;
        if (call === undefined || (deletion.doneAt !== undefined && isThere)) return [];
        return isThere || deletion.doneAt !== undefined
          ? deletion
          : { ...deletion, doneAt: performance.now() };
      });
}

/**
 * A connection passes through several states while it is down. Only the time of the first one
 * counts.
 */
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
