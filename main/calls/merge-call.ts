import type { Direction, Participant } from '../../contract/call-model';
import { en } from '../../contract/locale/en';
import type { VendorCall } from './call-events';
import type { EarlierTimes } from './earlier-calls';
import type { Moment } from '../time/clock';
import type { KnownCall } from './known-call';

/** Vendors report whole seconds, and messages are delayed: a smaller difference is not a change. */
export const START_TOLERANCE_MS = 3_000;

/**
 * The state of a call that is seen for the first time. If it is already answered, it counts as answered since its
 * start: no vendor reports when it was answered, and it rang only for a short time.
 */
export function beginCall(call: VendorCall, at: Moment): Omit<KnownCall, 'sequence'> {
  const { lastedMs, ...rest } = call;
  const direction = call.direction ?? inferDirection(call);
  // The vendor's clock can differ from this computer's, but no call began in the future.
  const age = Math.max(0, lastedMs ?? at.now - (call.startedAt ?? at.now));
  const participants = call.participants.map((participant) =>
    participant.joinedAt === undefined
      ? participant
      : { ...participant, joinedAt: Math.min(participant.joinedAt, at.now) },
  );
  return {
    ...rest,
    participants,
    ...(direction && { direction }),
    startedAt: at.now - age,
    begunAt: at.elapsed - age,
    ...(isAnswered(call) && { answeredAt: at.now - age }),
    ...findCaller(call),
    lastParticipants: participants,
  };
}

/** The new state of a call, including what only Sidetone knows from the old one. */
export function mergeCall(call: VendorCall, previous: KnownCall, at: Moment): KnownCall {
  const { lastedMs, ...rest } = call;
  const shift = clockShift(previous, at);
  const begunAt = earlierStart(lastedMs, previous, at);
  const hasMoved = shift !== 0 || begunAt !== previous.begunAt;
  const startedAt = hasMoved ? startOf(begunAt, at) : previous.startedAt;
  const answeredAt = wasAnsweredAtStart(previous)
    ? startedAt
    : (shifted(previous.answeredAt, shift) ?? (isAnswered(call) ? at.now : undefined));
  const heldSince = previous.isHeld ? shifted(previous.heldSince, shift) : at.now;
  const direction = call.direction ?? previous.direction ?? inferDirection(call);
  const isConsultation = previous.isConsultation ?? call.isConsultation;
  // Somebody consults the agent from the start, even if the first message does not say who.
  const isFirstSeen = isConsultation === true && previous.callerId === undefined;
  const participants = isFirstSeen
    ? call.participants
    : withJoinTimes(call.participants, previous.participants, shift, at.now);
  return {
    ...rest,
    participants,
    ...(isConsultation && { isConsultation }),
    ...(direction && { direction }),
    startedAt,
    begunAt,
    ...(answeredAt !== undefined && { answeredAt }),
    ...(call.isHeld && heldSince !== undefined && { heldSince }),
    ...findCaller({ participants, isConsultation }, previous),
    lastParticipants: participants.some(isNamed) ? participants : previous.lastParticipants,
    ...(previous.media && { media: previous.media }),
    ...(previous.deletion && { deletion: previous.deletion }),
    sequence: previous.sequence,
  };
}

/** The changes to a call that was known before the app was started: it is at least as old as it was then. */
export function rememberCall(
  { begunAt, answeredAt, isHeld }: KnownCall,
  earlier: EarlierTimes,
  at: Moment,
): Partial<KnownCall> {
  const earliest = Math.min(begunAt, at.elapsed - (at.now - earlier.startedAt));
  const startedAt = startOf(earliest, at);
  const wasAnswered = answeredAt !== undefined && earlier.answeredAt !== undefined;
  return {
    begunAt: earliest,
    startedAt,
    ...(wasAnswered && {
      answeredAt: wasAnsweredAtStart(earlier) ? startedAt : earlier.answeredAt,
    }),
    ...(isHeld && earlier.heldSince !== undefined && { heldSince: earlier.heldSince }),
  };
}

/** Whether it was already answered when it was first seen. */
function wasAnsweredAtStart({ startedAt, answeredAt }: EarlierTimes): boolean {
  return answeredAt === startedAt;
}

/** When a call began, in ms since the epoch by the computer's current clock. */
export function startOf(begunAt: number, at: Moment): number {
  return Math.round(at.now - (at.elapsed - begunAt));
}

/** Some vendors report the end of a call without its participants, so the last known ones are kept. */
export function withLastNames({ participants, lastParticipants }: KnownCall): Participant[] {
  return participants.some(isNamed) ? participants : [...lastParticipants];
}

/**
 * By how much the computer's clock has been changed since the times of an ongoing call were recorded, in ms.
 */
export function clockShift({ startedAt, begunAt }: KnownCall, at: Moment): number {
  const shift = startOf(begunAt, at) - startedAt;
  return Math.abs(shift) > START_TOLERANCE_MS ? shift : 0;
}

/** A call can turn out to be older than it seemed. Its timer never goes backward. */
function earlierStart(lastedMs: number | undefined, { begunAt }: KnownCall, at: Moment): number {
  const counted = lastedMs === undefined ? begunAt : at.elapsed - lastedMs;
  return begunAt - counted > START_TOLERANCE_MS ? counted : begunAt;
}

/** If a vendor does not report the direction, the first state of the call shows it. */
function inferDirection({ state }: VendorCall): Direction | undefined {
  if (state === 'ringing') return 'inbound';
  return state === 'dialing' ? 'outbound' : undefined;
}

function isAnswered({ state }: VendorCall): boolean {
  return state === 'established' || state === 'held';
}

function isNamed({ name }: Participant): boolean {
  return name !== en.window.unknownParty;
}

/**
 * The only party can be replaced: by a transfer, or when a withheld number becomes known. After a consultation
 * the customer remains.
 */
function findCaller(
  { participants, isConsultation }: Pick<KnownCall, 'participants' | 'isConsultation'>,
  previous?: KnownCall,
): Pick<KnownCall, 'callerId'> {
  const [first, ...others] = participants;
  const [before, ...othersBefore] = previous?.participants ?? [];
  const callerId = previous?.callerId;
  const isAlone = first !== undefined && others.length === 0;
  const isReplaced = callerId === before?.id && othersBefore.length === 0;
  if (isAlone && (callerId === undefined || isReplaced || isConsultation === true)) {
    return { callerId: first.id };
  }
  if (callerId === undefined) return first === undefined ? {} : { callerId: null };
  return { callerId };
}

/**
 * Records when each of them joined if the vendor does not report it. A reported time is used unless it is
 * later than the recorded one, as it is if the vendor's clock is ahead.
 *
 * @param shift by how much the clock has been changed since then, in ms
 */
function withJoinTimes(
  participants: Participant[],
  previous: readonly Participant[],
  shift: number,
  now: number,
): Participant[] {
  const before = new Map(
    previous.filter(({ presence }) => presence === 'joined').map((one) => [one.id, one]),
  );
  return participants.map((participant) => {
    if (participant.presence !== 'joined') return participant;
    const known = before.get(participant.id);
    const recorded = known === undefined ? now : shifted(known.joinedAt, shift);
    const joinedAt = Math.min(participant.joinedAt ?? Infinity, recorded ?? now);
    const isUnknown = participant.joinedAt === undefined && recorded === undefined;
    return isUnknown ? participant : { ...participant, joinedAt };
  });
}

function shifted(moment: number | undefined, shift: number): number | undefined {
  return moment === undefined ? undefined : moment + shift;
}
