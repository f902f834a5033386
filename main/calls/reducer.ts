import { dequal } from 'dequal';
import { assertNever } from '../../contract/assert-never';
import type { Deletion } from '../../contract/call-model';
import type { CallEvent, VendorCall } from './call-events';
import type { Moment } from '../time/clock';
import type { EarlierTimes } from './earlier-calls';
import type { Calls, KnownCall } from './known-call';
import {
  START_TOLERANCE_MS,
  beginCall,
  mergeCall,
  rememberCall,
  startOf,
  withLastNames,
} from './merge-call';

export const NO_CALLS: Calls = { known: new Map(), statedEnds: new Set(), nextSequence: 1 };

/** Changes that no vendor reports, such as the passing of time or the deletion of a recording. */
export type LocalEvent =
  /** The call that has just been seen was known before the app was started. */
  | { readonly kind: 'call-remembered'; readonly callId: string; readonly earlier: EarlierTimes }
  | { readonly kind: 'call-dismissed'; readonly callId: string }
  | { readonly kind: 'call-removed'; readonly callId: string }
  /** The call that has just ended was last seen so long ago that the time of its end is unknown. */
  | { readonly kind: 'end-unseen'; readonly callId: string }
  | { readonly kind: 'deletion-updated'; readonly callId: string; readonly deletion: Deletion };

/** Enough for days of late notifications. Beyond that, the oldest are dropped. */
const MAX_STATED_ENDS = 1_000;

/**
 * Applies one event. Returns the same object if the event contains nothing new, so that repeated and late
 * messages cause no further work.
 */
export function reduceCalls(state: Calls, event: CallEvent | LocalEvent, at: Moment): Calls {
  switch (event.kind) {
    case 'call-seen':
      return seeCall(state, event.call, at);
    case 'call-fetched':
      return fetchCall(state, event.call, at);
    case 'call-ended':
      return endCall(state, event.callId, event.isStated, at);
    case 'line-fetched':
      return fetchLine(state, event, at);
    case 'call-remembered':
      return change(state, event.callId, (call) => rememberCall(call, event.earlier, at));
    case 'call-dismissed':
      return change(state, event.callId, () => ({ isDismissed: true }));
    case 'end-unseen':
      return change(state, event.callId, () => ({ isEndUnseen: true }));
    case 'media-updated':
      return change(state, event.callId, () => ({ media: event.media }));
    case 'deletion-updated':
      return change(state, event.callId, () => ({ deletion: event.deletion }));
    case 'call-unwatched':
      // If it is watched again after its end, the end must be shown.
      return forget(withoutStatedEnd(state, event.callId), event.callId);
    case 'call-removed':
      return forget(state, event.callId);
    default:
      return assertNever(event);
  }
}

/** Whether a call has ended, as far as is known. An unknown call counts as ended. */
export function hasEnded({ known }: Calls, callId: string): boolean {
  return (known.get(callId)?.state ?? 'ended') === 'ended';
}

function forget(state: Calls, callId: string): Calls {
  if (!state.known.has(callId)) return state;
  const known = new Map(state.known);
  known.delete(callId);
  return { ...state, known };
}

/** Changes the part of a call that only Sidetone records. */
function change(
  state: Calls,
  callId: string,
  part: (call: KnownCall) => Partial<KnownCall>,
): Calls {
  const call = state.known.get(callId);
  if (call === undefined) return state;
  const next = { ...call, ...part(call) };
  return dequal(next, call) ? state : withCall(state, next);
}

function fetchLine(
  state: Calls,
  { line, calls, isComplete }: Extract<CallEvent, { kind: 'line-fetched' }>,
  at: Moment,
): Calls {
  const present = new Set(calls.map((call) => call.id));
  const missing = [...state.known.values()].filter(
    (call) => isComplete && call.line === line && call.state !== 'ended' && !present.has(call.id),
  );
  const without = missing.reduce((next, call) => missCall(next, call, at), state);
  return calls.reduce((next, call) => fetchCall(next, call, at), without);
}

/** A single answer can lack an ongoing call, for example during a failover. */
function missCall(state: Calls, call: KnownCall, at: Moment): Calls {
  return call.isMissing === true
    ? endCall(state, call.id, false, at)
    : withCall(state, { ...call, isMissing: true });
}

/** Unlike a notification, an answer is never older than what is known. */
function fetchCall(state: Calls, call: VendorCall, at: Moment): Calls {
  if (call.state === 'ended') return seeCall(state, call, at);
  const isNew =
    state.statedEnds.has(call.id) &&
    (isBeginning(call) || beganAfterEnd(call, state.known.get(call.id), at));
  const open = withoutStatedEnd(state, call.id);
  return seeCall(isNew ? forget(open, call.id) : open, call, at);
}

function seeCall(state: Calls, call: VendorCall, at: Moment): Calls {
  if (state.statedEnds.has(call.id)) return state;
  const previous = state.known.get(call.id);
  if (call.state !== 'ended') {
    return putCall(state, call, isSameCall(call, previous) ? previous : undefined, at);
  }
  // The end of a call that was never shown is not worth showing. A conference was chosen to be watched, so
  // its end is shown even if nothing else was known of it.
  const isWorthShowing =
    previous === undefined ? call.isWatched === true : previous.endedAt === undefined;
  return endCall(isWorthShowing ? putCall(state, call, previous, at) : state, call.id, true, at);
}

/** A call that was answered and has ended cannot ring: it is another one under its id, as after a transfer back. */
function isSameCall(call: VendorCall, previous: KnownCall | undefined): boolean {
  const isOver = previous?.endedAt !== undefined && previous.answeredAt !== undefined;
  return !(isOver && isBeginning(call));
}

/** Its ringing may not have been seen, but the vendor reports that it began after the end of the one before. */
function beganAfterEnd(
  { lastedMs }: VendorCall,
  previous: KnownCall | undefined,
  at: Moment,
): boolean {
  if (lastedMs === undefined || previous?.endedAt === undefined) return false;
  const ended = previous.begunAt + previous.endedAt - previous.startedAt;
  return at.elapsed - lastedMs > ended + START_TOLERANCE_MS;
}

function isBeginning({ state }: VendorCall): boolean {
  return state === 'ringing' || state === 'dialing';
}

function putCall(
  state: Calls,
  call: VendorCall,
  previous: KnownCall | undefined,
  at: Moment,
): Calls {
  if (previous !== undefined) {
    const next = mergeCall(call, previous, at);
    return dequal(next, previous) ? state : withCall(state, next);
  }
  const known = { ...beginCall(call, at), sequence: state.nextSequence };
  return { ...withCall(state, known), nextSequence: state.nextSequence + 1 };
}

function endCall(state: Calls, callId: string, isStated: boolean, at: Moment): Calls {
  const next = isStated ? withStatedEnd(state, callId) : state;
  const call = state.known.get(callId);
  if (call === undefined || call.endedAt !== undefined) return next;
  const ended: KnownCall = {
    ...call,
    state: 'ended',
    isMuted: false,
    isHeld: false,
    participants: withLastNames(call).map((participant) => ({ ...participant, actions: [] })),
    actions: [],
    startedAt: startOf(call.begunAt, at),
    endedAt: at.now,
  };
  return withCall(next, ended);
}

function withStatedEnd(state: Calls, callId: string): Calls {
  if (state.statedEnds.has(callId)) return state;
  const statedEnds = new Set(state.statedEnds).add(callId);
  for (const oldest of statedEnds) {
    if (statedEnds.size <= MAX_STATED_ENDS) break;
    statedEnds.delete(oldest);
  }
  return { ...state, statedEnds };
}

function withoutStatedEnd(state: Calls, callId: string): Calls {
  if (!state.statedEnds.has(callId)) return state;
  const statedEnds = new Set(state.statedEnds);
  statedEnds.delete(callId);
  return { ...state, statedEnds };
}

function withCall(state: Calls, call: KnownCall): Calls {
  return { ...state, known: new Map(state.known).set(call.id, call) };
}
