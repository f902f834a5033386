import { dequal } from 'dequal';
import { assertNever } from '../../contract/assert-never';
import type { Deletion, Media, Participant } from '../../contract/call-model';
import type { CallEvent, VendorCall } from './call-events';

/** A call as Sidetone knows it: what its vendor told last, and what only Sidetone knows. */
export interface KnownCall extends VendorCall {
  /** Counts up with every call that is first seen: the newest has the highest. */
  readonly sequence: number;
  readonly startedAt: number;
  readonly endedAt?: number;
  /** When it was first known to be established. */
  readonly answeredAt?: number;
  readonly media?: Media;
  readonly deletion?: Deletion;
  /** It ended a while ago and is no longer shown; only its recording can still be asked for. */
  readonly isPutAway?: boolean;
}

export interface Calls {
  readonly known: ReadonlyMap<string, KnownCall>;
  /** Ids of calls that ended. An end is final, so old news about them change nothing. */
  readonly endedIds: ReadonlySet<string>;
  readonly nextSequence: number;
}

export const NO_CALLS: Calls = { known: new Map(), endedIds: new Set(), nextSequence: 1 };

/** What happens to a call by ourselves: time passes, and its recording is deleted. */
export type OwnEvent =
  | { readonly kind: 'call-put-away'; readonly callId: string }
  | { readonly kind: 'call-forgotten'; readonly callId: string }
  | { readonly kind: 'deletion-told'; readonly callId: string; readonly deletion: Deletion };

/** Vendors tell durations in whole seconds, so a start that moves by less than this has not moved. */
const START_TOLERANCE_MS = 2_000;
/** Enough for days of old news; the oldest are let go beyond it. */
const MAX_ENDED_IDS = 1_000;

/**
 * Applies one event. Returns the very same state when it tells nothing new, so that repeated and
 * late messages cost nothing further.
 */
export function reduceCalls(state: Calls, event: CallEvent | OwnEvent, now: number): Calls {
  switch (event.kind) {
    case 'call-seen':
    case 'call-read':
      return seeCall(state, event.call, now);
    case 'call-ended':
      return endCall(state, event.callId, now);
    case 'line-read': {
      const present = new Set(event.calls.map((call) => call.id));
      const missing = [...state.known.values()].filter(
        (call) => call.line === event.line && call.state !== 'ended' && !present.has(call.id),
      );
      const ended = missing.reduce((next, call) => endCall(next, call.id, now), state);
      return event.calls.reduce((next, call) => seeCall(next, call, now), ended);
    }
    case 'call-put-away':
      return change(state, event.callId, { isPutAway: true });
    case 'media-told':
      return change(state, event.callId, { media: event.media });
    case 'deletion-told':
      return change(state, event.callId, { deletion: event.deletion });
    case 'call-left': {
      // Who comes back to a conference that has ended wants to see that it has.
      const endedIds = new Set(state.endedIds);
      const wasEnded = endedIds.delete(event.callId);
      const left = forget(state, event.callId);
      return wasEnded ? { ...left, endedIds } : left;
    }
    case 'call-forgotten':
      return forget(state, event.callId);
    default:
      return assertNever(event);
  }
}

function forget(state: Calls, callId: string): Calls {
  if (!state.known.has(callId)) return state;
  const known = new Map(state.known);
  known.delete(callId);
  return { ...state, known };
}

/** Changes what only Sidetone knows of a call. */
function change(
  state: Calls,
  callId: string,
  part: Partial<Pick<KnownCall, 'isPutAway' | 'media' | 'deletion'>>,
): Calls {
  const call = state.known.get(callId);
  if (call === undefined) return state;
  const next = { ...call, ...part };
  return dequal(next, call) ? state : withCall(state, next);
}

function seeCall(state: Calls, call: VendorCall, now: number): Calls {
  if (state.endedIds.has(call.id)) return state;
  const previous = state.known.get(call.id);
  if (call.state === 'ended') {
    // A call that was never shown has nothing to end on the screen. A conference is watched by its
    // name, so that it is over is worth showing even when it is the first that is heard of it.
    if (previous === undefined && call.line !== 'conference') return endCall(state, call.id, now);
    return endCall(putCall(state, call, previous, now), call.id, now);
  }
  return putCall(state, call, previous, now);
}

function putCall(
  state: Calls,
  call: VendorCall,
  previous: KnownCall | undefined,
  now: number,
): Calls {
  if (previous !== undefined) {
    const next = merge(call, previous, now);
    return dequal(next, previous) ? state : withCall(state, next);
  }
  const known: KnownCall = {
    ...call,
    startedAt: call.startedAt ?? now,
    ...(isAnswered(call) && { answeredAt: now }),
    sequence: state.nextSequence,
  };
  return { ...withCall(state, known), nextSequence: state.nextSequence + 1 };
}

/** The new state of a call, with what is Sidetone's own taken over from the old one. */
function merge(call: VendorCall, previous: KnownCall, now: number): KnownCall {
  const told = call.startedAt ?? previous.startedAt;
  const hasMoved = Math.abs(told - previous.startedAt) > START_TOLERANCE_MS && told <= now;
  const answeredAt = previous.answeredAt ?? (isAnswered(call) ? now : undefined);
  return {
    ...call,
    participants: withJoins(call.participants, previous.participants, now),
    startedAt: hasMoved ? told : previous.startedAt,
    ...(answeredAt !== undefined && { answeredAt }),
    ...(previous.media && { media: previous.media }),
    ...(previous.deletion && { deletion: previous.deletion }),
    sequence: previous.sequence,
  };
}

function isAnswered({ state }: VendorCall): boolean {
  return state === 'established' || state === 'held';
}

/** Notes when each of them joined, where the vendor does not tell it. */
function withJoins(
  participants: Participant[],
  previous: readonly Participant[],
  now: number,
): Participant[] {
  const before = new Map(previous.map((participant) => [participant.id, participant]));
  return participants.map((participant) => {
    if (participant.joinedAt !== undefined || participant.presence !== 'joined') return participant;
    const known = before.get(participant.id);
    const joinedAt = known?.presence === 'joined' ? known.joinedAt : now;
    return joinedAt === undefined ? participant : { ...participant, joinedAt };
  });
}

function endCall(state: Calls, callId: string, now: number): Calls {
  if (state.endedIds.has(callId)) return state;
  const endedIds = new Set(state.endedIds).add(callId);
  for (const oldest of endedIds) {
    if (endedIds.size <= MAX_ENDED_IDS) break;
    endedIds.delete(oldest);
  }
  const call = state.known.get(callId);
  if (call === undefined) return { ...state, endedIds };
  const ended: KnownCall = {
    ...call,
    state: 'ended',
    isMuted: false,
    isHeld: false,
    participants: call.participants.map((participant) => ({ ...participant, actions: [] })),
    actions: [],
    endedAt: now,
  };
  return { ...withCall(state, ended), endedIds };
}

function withCall(state: Calls, call: KnownCall): Calls {
  return { ...state, known: new Map(state.known).set(call.id, call) };
}
