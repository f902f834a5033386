import type {
  Call,
  CallAction,
  CallState,
  Line,
  Participant,
  ParticipantAction,
} from '../../contract/call-model';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { vendorName } from '../../contract/locale/vendor-name';
import type { Connection, Snapshot } from '../../contract/snapshot';
import type { Vendor } from '../../contract/vendors';
import { isolate } from '../../contract/text';
import type { NameList } from '../ui/Name';
import { CALL_OFFERS, PARTICIPANT_OFFERS } from './offers';

/** How many names a heading holds before it counts the rest. */
const MAX_NAMES = 4;

const VENDOR_OF_LINE: Record<Line, Vendor> = {
  genesys: 'genesys',
  talkspace: 'telesocial',
  conference: 'bandwidth',
};

export function findCurrentCall(snapshot: Snapshot): Call | undefined {
  return findCall(snapshot, snapshot.currentCallId);
}

export function findCall(snapshot: Snapshot, callId: string | undefined): Call | undefined {
  return callId === undefined ? undefined : snapshot.calls.find((call) => call.id === callId);
}

/** The telephone calls beside the current one that have not ended; the other lines have cards. */
export function findOtherCalls(snapshot: Snapshot): Call[] {
  return snapshot.calls.filter(
    (call) =>
      call.line === 'genesys' && call.id !== snapshot.currentCallId && call.state !== 'ended',
  );
}

/** The current call, if it can be put on hold to take this one up. */
export function findSwappable(snapshot: Snapshot, call: Call): Call | undefined {
  const current = findCurrentCall(snapshot);
  return hasBeenAnswered(call) && current?.actions.includes('swap') === true ? current : undefined;
}

/** The newest call of a line: one that goes on, or else the one that is shown although it ended. */
export function findCallOfLine(snapshot: Snapshot, line: Line): Call | undefined {
  const calls = snapshot.calls.filter((call) => call.line === line);
  return calls.find((call) => call.state !== 'ended') ?? calls[0];
}

/** The TalkSpaces that are open, the newest first. */
export function findOpenTalkSpaces(snapshot: Snapshot): Call[] {
  return snapshot.calls.filter(({ line, state }) => line === 'talkspace' && state !== 'ended');
}

export function vendorOf(call: Call): Vendor {
  return VENDOR_OF_LINE[call.line];
}

/** The connection that a call's news and commands travel by. */
export function findConnection(snapshot: Snapshot, call: Call): Connection | undefined {
  return snapshot.connections.find((connection) => connection.vendor === vendorOf(call));
}

/** The other party or parties, or what kind of call it is if there are none to name. */
export function listParties(call: Call): NameList {
  const { participants } = call;
  const count = participants.length;
  if (count === 0) {
    const kind = call.line === 'genesys' ? en.window.unknownParty : en.window.lineTitles[call.line];
    return { names: [kind], more: 0 };
  }
  // Asked for once for each of thousands: only the names that are shown are looked at.
  const named = participants.slice(0, count <= MAX_NAMES ? count : MAX_NAMES - 1);
  return { names: named.map(({ name }) => name), more: count - named.length };
}

/** As `listParties`, for what has no markup, such as the name of a button. */
export function describeParties(call: Call): string {
  return describeNames(listParties(call));
}

/** For text without markup that is only shown, not the name of anything. */
export function isolateNames({ names, more }: NameList): NameList {
  return { names: names.map(isolate), more };
}

export function describeNames({ names, more }: NameList): string {
  return more === 0
    ? names.join(', ')
    : format(en.window.someParties, { names: names.join(', '), count: more });
}

/** The number beside the name, where it says something that the name does not. */
export function describeNumber(participant: Participant): string | undefined {
  return participant.number === participant.name ? undefined : participant.number;
}

/**
 * Whether the service can take this participant for another one: of a telephone call it knows people by
 * their numbers alone, and this one has none, in whatever form, that nobody else has.
 */
export function hasNamesake(call: Call, participant: Participant): boolean {
  const formsOf = ({ address, number, name }: Participant): string[] => [
    address ?? name,
    number ?? name,
    name,
  ];
  const others = call.participants.filter(({ id }) => id !== participant.id).flatMap(formsOf);
  return call.line === 'genesys' && formsOf(participant).every((form) => others.includes(form));
}

/** A conference can be established and on hold at once; the agent reads one state. */
export function shownState(call: Call): CallState {
  return call.state === 'established' && call.isHeld ? 'held' : call.state;
}

/** What a call's button looks like: usable, unusable with a reason, or not there at all. */
export type ButtonState =
  | { readonly kind: 'enabled' }
  | { readonly kind: 'disabled'; readonly reason: string }
  | { readonly kind: 'absent' };

/** A button that its line offers keeps its place while the call changes, and says why it cannot be used. */
export function callButtonState(
  call: Call,
  action: CallAction,
  connection: Connection | undefined,
): ButtonState {
  const isAllowed = call.actions.includes(action);
  if (!isAllowed && CALL_OFFERS[call.line][action]?.(call) !== true) {
    return { kind: 'absent' };
  }
  return toButtonState(
    lostConnectionReason(call, connection) ??
      (isAllowed ? undefined : notAllowedReason(call, action)),
  );
}

/** As `callButtonState`, for one who is in the call. Of mute and hold, the one that applies is there. */
export function participantButtonState(
  call: Call,
  participant: Participant,
  action: ParticipantAction,
  connection: Connection | undefined,
): ButtonState {
  const isAllowed = participant.actions.includes(action);
  const isOffered =
    PARTICIPANT_OFFERS[call.line].includes(action) &&
    action !== (participant.isMuted ? 'mute' : 'unmute') &&
    action !== (participant.isHeld ? 'hold' : 'retrieve');
  if (!isAllowed && !isOffered) {
    return { kind: 'absent' };
  }
  return toButtonState(
    lostConnectionReason(call, connection) ??
      (isAllowed ? undefined : notAllowedOnParticipantReason(call, participant, action)),
  );
}

/** Whether more can be done to those who are in a call than removing them. */
export function hasParticipantMenu(call: Call): boolean {
  return (
    call.state !== 'ended' && PARTICIPANT_OFFERS[call.line].some((action) => action !== 'remove')
  );
}

/** For a button behind which there are several actions: it is usable while one of them is. */
export function firstPossible(states: readonly ButtonState[]): ButtonState {
  return (
    states.find(({ kind }) => kind === 'enabled') ??
    states.find(({ kind }) => kind === 'disabled') ?? { kind: 'absent' }
  );
}

/** Why it cannot be used, for whatever shows the reason in its own way. */
export function reasonOf(state: ButtonState): string | undefined {
  switch (state.kind) {
    case 'enabled':
      return undefined;
    case 'disabled':
      return state.reason;
    case 'absent':
      return en.window.reasons.notPossible;
  }
}

function toButtonState(reason: string | undefined): ButtonState {
  return reason === undefined ? { kind: 'enabled' } : { kind: 'disabled', reason };
}

/**
 * Why nothing can be asked for a call at the moment, or `undefined` if it can. Only a telephone call
 * waits for its connection: the other services have none between two requests.
 */
export function lostConnectionReason(
  call: Call,
  connection: Connection | undefined,
): string | undefined {
  return call.line !== 'genesys' || connection?.state === 'connected'
    ? undefined
    : format(en.window.reasons.noConnection, { vendor: vendorName(vendorOf(call)) });
}

function notAllowedReason(call: Call, action: CallAction): string {
  const { reasons } = en.window;
  if (call.state === 'ended') {
    return reasons.over[call.line];
  }
  if (call.line === 'conference' && action === 'add-participant' && isFull(call)) {
    return format(reasons.full, { count: call.maxMembers ?? '' });
  }
  if (call.line === 'conference' && call.state === 'waiting') {
    return reasons.nobodyJoined;
  }
  const isAnswering = action === 'answer' || action === 'reject';
  if (call.line === 'genesys' && !hasBeenAnswered(call) && !isAnswering) {
    return reasons.notAnswered;
  }
  return format(reasons.notAllowed, { vendor: vendorName(vendorOf(call)) });
}

function notAllowedOnParticipantReason(
  call: Call,
  { name, presence }: Participant,
  action: ParticipantAction,
): string {
  const { reasons } = en.window;
  if (call.state === 'ended') {
    return reasons.over[call.line];
  }
  if (presence === 'calling') {
    return format(reasons.notJoined, { name: isolate(name) });
  }
  return action === 'move'
    ? en.actions.noOtherTalkSpace
    : format(reasons.notAllowedOn, { vendor: vendorName(vendorOf(call)), name: isolate(name) });
}

/** The roster may come later than the count. */
export function countMembers({ state, activeMembers, participants }: Call): number {
  // Those who were in it last are kept after its end.
  return activeMembers ?? (state === 'ended' ? 0 : participants.length);
}

/** Whoever is still being called has a place already. */
function isFull(call: Call): boolean {
  const taken = Math.max(countMembers(call), call.participants.length);
  return call.maxMembers !== undefined && taken >= call.maxMembers;
}

function hasBeenAnswered({ state }: Call): boolean {
  return state === 'established' || state === 'held';
}
