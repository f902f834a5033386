import type { Call, CallAction, Participant, ParticipantAction } from '../call-model';
import { countMembers, findConnection, hasBeenAnswered } from '../find-calls';
import { descriptorOf } from '../descriptor-of';
import type { LineDescriptor } from '../lines';
import { en } from '../locale/en';
import { format } from '../locale/format';
import { lineTexts } from '../locale/line-texts';
import { vendorName } from '../locale/vendor-name';
import type { Snapshot } from '../snapshot';
import { isolate } from '../text';
import { hasPlace } from './offers';

/** Whether an action can be used: enabled, disabled with a reason, or absent. */
export type Availability =
  | { readonly kind: 'enabled' }
  | { readonly kind: 'disabled'; readonly reason: string }
  | { readonly kind: 'absent' };

/** What decides whether an action is available, besides the call itself. */
export type ActionContext = Pick<Snapshot, 'connections' | 'lines'>;

/**
 * An action that the line offers keeps its place while the call changes. While it is disabled, it
 * has a reason.
 */
export function callAvailability(
  snapshot: ActionContext,
  call: Call,
  action: CallAction,
): Availability {
  if (isOppositeOf(call, action)) {
    return { kind: 'absent' };
  }
  const isAllowed = call.actions.includes(action);
  const descriptor = descriptorOf(snapshot, call.line);
  if (!isAllowed && !hasPlace(descriptor, call, action)) {
    return { kind: 'absent' };
  }
  return toAvailability(
    lostConnectionReason(snapshot, call) ??
      (isAllowed ? undefined : notAllowedReason(descriptor, call, action)),
  );
}

/** Like `callAvailability`, for a participant. */
export function participantAvailability(
  snapshot: ActionContext,
  call: Call,
  participant: Participant,
  action: ParticipantAction,
): Availability {
  const isAllowed = participant.actions.includes(action);
  const descriptor = descriptorOf(snapshot, call.line);
  const isOffered =
    descriptor.participantActions.includes(action) && !isOppositeOf(participant, action);
  if (!isAllowed && !isOffered) {
    return { kind: 'absent' };
  }
  return toAvailability(
    lostConnectionReason(snapshot, call) ??
      (participant.isAgent === true && action === 'remove'
        ? en.window.reasons.isAgent
        : undefined) ??
      (isAllowed
        ? undefined
        : notAllowedOnParticipantReason(descriptor, call, participant, action)),
  );
}

/** Whichever of mute and unmute, or hold and retrieve, would change nothing. */
function isOppositeOf(
  { isMuted, isHeld }: Pick<Call, 'isMuted' | 'isHeld'>,
  action: CallAction | ParticipantAction,
): boolean {
  return action === (isMuted ? 'mute' : 'unmute') || action === (isHeld ? 'hold' : 'retrieve');
}

/** Whether participants have other actions than removal. */
export function hasParticipantMenu(snapshot: ActionContext, call: Call): boolean {
  const { participantActions } = descriptorOf(snapshot, call.line);
  return call.state !== 'ended' && participantActions.some((action) => action !== 'remove');
}

/** For an action that leads to one of several others: enabled while at least one of them is. */
export function firstPossible(availabilities: readonly Availability[]): Availability {
  return (
    availabilities.find(({ kind }) => kind === 'enabled') ??
    availabilities.find(({ kind }) => kind === 'disabled') ?? { kind: 'absent' }
  );
}

/** The reason why it is disabled, if it is. */
export function reasonOf(availability: Availability): string | undefined {
  switch (availability.kind) {
    case 'enabled':
      return undefined;
    case 'disabled':
      return availability.reason;
    case 'absent':
      return en.window.reasons.notPossible;
  }
}

function toAvailability(reason: string | undefined): Availability {
  return reason === undefined ? { kind: 'enabled' } : { kind: 'disabled', reason };
}

/**
 * Why no action on a call is possible now: its line requires a connection and has none. Undefined
 * if actions are possible.
 */
export function lostConnectionReason(
  snapshot: ActionContext,
  call: Pick<Call, 'line'>,
): string | undefined {
  const { vendor, requiresConnection } = descriptorOf(snapshot, call.line);
  return !requiresConnection || findConnection(snapshot, call)?.state === 'connected'
    ? undefined
    : format(en.window.reasons.noConnection, { vendor: vendorName(vendor) });
}

function notAllowedReason(
  { kind, vendor }: LineDescriptor,
  call: Call,
  action: CallAction,
): string {
  const { reasons } = en.window;
  if (call.state === 'ended') {
    return lineTexts(call.line).over;
  }
  if (kind === 'conference' && action === 'add-participant' && isFull(call)) {
    return format(reasons.full, { count: call.maxMembers ?? '' });
  }
  if (kind === 'conference' && call.state === 'waiting') {
    return reasons.nobodyJoined;
  }
  const isAnswering = action === 'answer' || action === 'reject';
  if (kind === 'telephone' && !hasBeenAnswered(call) && !isAnswering) {
    return reasons.notAnswered;
  }
  return format(reasons.notAllowed, { vendor: vendorName(vendor) });
}

function notAllowedOnParticipantReason(
  { vendor }: LineDescriptor,
  call: Call,
  { name, presence }: Participant,
  action: ParticipantAction,
): string {
  const { reasons } = en.window;
  if (call.state === 'ended') {
    return lineTexts(call.line).over;
  }
  if (presence === 'calling') {
    return format(reasons.notJoined, { name: isolate(name) });
  }
  return action === 'move'
    ? en.actions.noOtherTalkSpace
    : format(reasons.notAllowedOn, { vendor: vendorName(vendor), name: isolate(name) });
}

/** Somebody who is being called counts towards the limit. */
function isFull(call: Call): boolean {
  const taken = Math.max(countMembers(call), call.participants.length);
  return call.maxMembers !== undefined && taken >= call.maxMembers;
}
