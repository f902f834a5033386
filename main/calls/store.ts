import { dequal } from 'dequal';
import { createStore } from 'zustand/vanilla';
import type { Deletion } from '../../contract/call-model';
import type { Command } from '../../contract/commands';
import type { AppError } from '../../contract/errors';
import type { LineDescriptor } from '../../contract/lines';
import { DEFAULT_PREFERENCES, type Preferences } from '../../contract/preferences';
import type { Connection, ConnectionState } from '../../contract/snapshot';
import type { Vendor } from '../../contract/vendors';
import type { WrapUp } from '../../contract/wrap-up';
import { attempt, throwLater, type ReportError } from './attempt';
import type { CallEvent } from './call-events';
import { NO_EARLIER_CALLS, type EarlierCalls } from './earlier-calls';
import { guardClock } from '../time/guard-clock';
import { momentOf, type Clock, type Moment } from '../time/clock';
import { canBeCurrent, followCurrentCall } from './current-call';
import { followMissedCalls } from './missed-calls';
import type { Calls, KnownCall } from './known-call';
import { listPastCalls } from './past-calls';
import { hasEnded, NO_CALLS, reduceCalls, type LocalEvent } from './reducer';
import { createSightings } from './sightings';

export interface StoreState {
  /** Counts up with every change. */
  readonly revision: number;
  readonly calls: Calls;
  readonly earlier: EarlierCalls;
  /** The lines of the profile that is in use. */
  readonly lines: readonly LineDescriptor[];
  readonly connections: ReadonlyMap<Vendor, Connection>;
  readonly commands: readonly Command[];
  readonly notices: readonly AppError[];
  readonly currentCallId: string | undefined;
  /** Calls that the agent missed, newest first. */
  readonly missed: readonly KnownCall[];
  readonly preferences: Preferences;
  /** The agent's notes and outcomes, by call id. */
  readonly wrapUps: ReadonlyMap<string, WrapUp>;
}

/** The scope of a refresh: all calls of a line, or one of them. */
export interface RefreshScope {
  readonly line: string;
  /** Absent for all calls of the line. */
  readonly callId?: string;
}

/** The state of the calls. Only what vendors report changes it. */
export interface CallStore {
  getState(): StoreState;
  /** Calls back after each change. Returns a function that ends the subscription. */
  subscribe(listener: (state: StoreState, previous: StoreState) => void): () => void;
  apply(event: CallEvent): void;
  /** Calls back after each refresh, whether it changed anything or not. */
  onRefresh(listener: (scope: RefreshScope) => void): () => void;
  /** Calls of earlier runs that no vendor has reported since. */
  setEarlier(earlier: EarlierCalls): void;
  /** Removes calls that have ended, in this run or earlier ones, but not the watched conference. */
  forgetEnded(): void;
  /** Another profile may have other lines, or offer more on them. */
  setLines(lines: readonly LineDescriptor[]): void;
  setConnection(vendor: Vendor, state: ConnectionState, reason?: AppError): void;
  /** Adds a command or replaces the one with the same id. */
  putCommand(command: Command): void;
  removeCommand(commandId: string): void;
  /** Whether a call's recording was deleted. */
  setDeletion(callId: string, deletion: Deletion): void;
  /** Adds a notice unless it is there already. */
  addNotice(notice: AppError): void;
  /** Removes a notice whose cause is resolved. */
  removeNotice(notice: AppError): void;
  /** Removes all calls, connections and commands, because another profile replaces this one. */
  clear(): void;
  /** Shows the call that the agent chose. */
  showCall(callId: string): void;
  /** Removes a missed call that the agent has dismissed. */
  dismissMissedCall(callId: string): void;
  setPreferences(preferences: Preferences): void;
  /** Reports a change of displayed data other than calls, such as the names of contacts. */
  renew(): void;
  /** Replaces a call's note and outcome; removes them if absent. */
  setWrapUp(callId: string, wrapUp: WrapUp | undefined): void;
  /** Ends all timers. */
  dispose(): void;
}

/** How long an ended call stays in the window, so that the agent sees its end, in ms. */
const SHOWN_AFTER_END_MS = 6_000;
/** The maximum number of ended calls that are kept, so that their recordings can be requested. */
export const MAX_LAST_CALLS = 30;
/** The maximum number of commands that are kept; the oldest are dropped first. */
const MAX_COMMANDS = 20;

/** Listeners are independent: an error thrown by one goes to `onError`, and the others are still called. */
export function createCallStore(given: Clock, onError: ReportError = throwLater): CallStore {
  const clock = guardClock(given, onError);
  const store = createStore<StoreState>(() => ({
    revision: 0,
    calls: NO_CALLS,
    earlier: NO_EARLIER_CALLS,
    lines: [],
    connections: new Map(),
    commands: [],
    notices: [],
    currentCallId: undefined,
    missed: [],
    preferences: DEFAULT_PREFERENCES,
    wrapUps: new Map(),
  }));
  const sightings = createSightings();
  /** The timers that remove ended calls from the window, by the call's id. */
  const timers = new Map<string, () => void>();
  const refreshListeners = new Set<(scope: RefreshScope) => void>();

  function change(part: Partial<StoreState>): void {
    store.setState((state) => ({ ...part, revision: state.revision + 1 }));
  }

  function cancelTimers(): void {
    for (const cancel of timers.values()) cancel();
    timers.clear();
  }

  function reduce(event: CallEvent | LocalEvent): void {
    const { calls, earlier } = store.getState();
    const at = momentOf(clock);
    const reduced = remember(calls, reduceCalls(calls, event, at), earlier, at);
    const ended = reduced === calls ? [] : listNewlyEnded(calls, reduced);
    const next = ended
      .filter(({ id }) => !sightings.isFresh(id, at))
      .reduce(
        (state, { id }) => reduceCalls(state, { kind: 'end-unseen', callId: id }, at),
        reduced,
      );
    sightings.note(event, next, at);
    if (next === calls) return;
    const state = store.getState();
    change({
      calls: next,
      currentCallId: followCurrentCall(state, next),
      missed: followMissedCalls(state, next),
      wrapUps: withoutRemoved(state.wrapUps, calls, next),
    });
    for (const call of ended) dismissLater(call);
    if (ended.length > 0) removePast(next, MAX_LAST_CALLS);
  }

  function dismissLater({ id, isWatched }: KnownCall): void {
    timers.get(id)?.();
    // A watched conference stays, and shows that it is completed.
    if (isWatched === true) return;
    const cancel = clock.after(SHOWN_AFTER_END_MS, () => {
      timers.delete(id);
      // It may have turned out that the call continues.
      if (hasEnded(store.getState().calls, id)) reduce({ kind: 'call-dismissed', callId: id });
    });
    timers.set(id, cancel);
  }

  function removePast(calls: Calls, kept: number): void {
    for (const { id } of listPastCalls(calls).slice(kept)) {
      reduce({ kind: 'call-removed', callId: id });
    }
  }

  return {
    getState: store.getState,
    subscribe: (listener) =>
      store.subscribe((state, previous) => attempt(() => listener(state, previous), onError)),
    apply: (event) => {
      reduce(event);
      const scope = refreshScopeOf(event);
      if (scope === undefined) return;
      for (const listener of refreshListeners) attempt(() => listener(scope), onError);
    },
    onRefresh: (listener) => {
      refreshListeners.add(listener);
      return () => refreshListeners.delete(listener);
    },
    setEarlier: (earlier) => change({ earlier }),
    forgetEnded: () => {
      removePast(store.getState().calls, 0);
      change({ earlier: { ...store.getState().earlier, ended: [] } });
    },
    setLines: (lines) => {
      if (!dequal(lines, store.getState().lines)) change({ lines });
    },
    setConnection: (vendor, state, reason) => {
      const known = store.getState().connections.get(vendor);
      if (known?.state === state && isSameError(known.reason, reason)) return;
      const since = known?.state === state ? known.since : clock.now();
      const connection: Connection = { vendor, state, since, ...(reason && { reason }) };
      change({ connections: new Map(store.getState().connections).set(vendor, connection) });
    },
    putCommand: (command) => {
      const others = store.getState().commands.filter(({ id }) => id !== command.id);
      change({ commands: [...others, command].slice(-MAX_COMMANDS) });
    },
    removeCommand: (commandId) => {
      const { commands } = store.getState();
      const rest = commands.filter(({ id }) => id !== commandId);
      if (rest.length < commands.length) change({ commands: rest });
    },
    setDeletion: (callId, deletion) => reduce({ kind: 'deletion-updated', callId, deletion }),
    addNotice: (notice) => {
      const { notices } = store.getState();
      if (notices.some((known) => isSameError(known, notice))) return;
      change({ notices: [...notices, notice] });
    },
    removeNotice: (notice) => {
      const { notices } = store.getState();
      const rest = notices.filter((known) => !isSameError(known, notice));
      if (rest.length < notices.length) change({ notices: rest });
    },
    clear: () => {
      cancelTimers();
      change({
        calls: NO_CALLS,
        earlier: NO_EARLIER_CALLS,
        connections: new Map(),
        commands: [],
        currentCallId: undefined,
        missed: [],
        wrapUps: new Map(),
      });
    },
    showCall: (callId) => {
      const { calls, lines } = store.getState();
      const call = calls.known.get(callId);
      if (call !== undefined && canBeCurrent(call, { lines })) change({ currentCallId: callId });
    },
    dismissMissedCall: (callId) => {
      const { missed } = store.getState();
      const rest = missed.filter(({ id }) => id !== callId);
      if (rest.length < missed.length) change({ missed: rest });
    },
    setPreferences: (preferences) => change({ preferences }),
    renew: () => change({}),
    setWrapUp: (callId, wrapUp) => {
      const wrapUps = new Map(store.getState().wrapUps);
      if (dequal(wrapUps.get(callId), wrapUp)) return;
      if (wrapUp === undefined) wrapUps.delete(callId);
      else wrapUps.set(callId, wrapUp);
      change({ wrapUps });
    },
    dispose: cancelTimers,
  };
}

/** A note is removed with its call, or when another begins under its id. A note about an unknown call is kept. */
function withoutRemoved(
  wrapUps: StoreState['wrapUps'],
  before: Calls,
  after: Calls,
): StoreState['wrapUps'] {
  const removed = [...wrapUps.keys()].filter((id) => {
    const call = before.known.get(id);
    return call !== undefined && after.known.get(id)?.sequence !== call.sequence;
  });
  return removed.length === 0
    ? wrapUps
    : new Map([...wrapUps].filter(([id]) => !removed.includes(id)));
}

/** Restores the times of a call that was known before the app was started. */
function remember(before: Calls, after: Calls, { ongoing }: EarlierCalls, at: Moment): Calls {
  return [...ongoing]
    .filter(([id]) => after.known.has(id) && !before.known.has(id))
    .reduce(
      (state, [callId, earlier]) =>
        reduceCalls(state, { kind: 'call-remembered', callId, earlier }, at),
      after,
    );
}

function listNewlyEnded(before: Calls, after: Calls): KnownCall[] {
  return [...after.known.values()].filter(
    ({ id, endedAt }) => endedAt !== undefined && before.known.get(id)?.endedAt === undefined,
  );
}

function refreshScopeOf(event: CallEvent): RefreshScope | undefined {
  switch (event.kind) {
    case 'line-fetched':
      return event.isComplete ? { line: event.line } : undefined;
    case 'call-fetched':
      return { line: event.call.line, callId: event.call.id };
    default:
      return undefined;
  }
}

function isSameError(one: AppError | undefined, other: AppError | undefined): boolean {
  return one?.code === other?.code && one?.detail === other?.detail;
}
