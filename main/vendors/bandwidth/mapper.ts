import type {
  CallAction,
  CallState,
  Participant,
  ParticipantAction,
} from '../../../contract/call-model';
import { isWellFormed } from '../../../contract/text';
import type { VendorCall } from '../../calls/call-events';
import { parseTime } from './wire';
import type { WireCall, WireConference, WireMember } from './wire';

/** The vendor's limit (doc:conferences). */
const MAX_MEMBERS = 20;

const STATES: Record<WireConference['state'], CallState> = {
  created: 'waiting',
  active: 'established',
  completed: 'ended',
};

/** Somebody who is being called and will become a member by answering. */
export interface Invitation {
  readonly callId: string;
  readonly address: string;
  readonly isMuted: boolean;
}

/**
 * The known state of a conference. `numbers` maps member ids to telephone numbers. `toLocal` converts a time
 * of the service to this computer's clock.
 */
export interface ConferenceState {
  readonly conference: WireConference;
  readonly members: readonly WireMember[];
  readonly numbers: ReadonlyMap<string, string>;
  readonly invitations: readonly Invitation[];
  readonly toLocal: (moment: number) => number;
}

/**
 * The conference as a call. Hold and mute exist per member and, independently, for the room, where they
 * are properties of the call. The allowed actions follow from the state: the vendor reports no permissions.
 */
export function toVendorCall(conferenceState: ConferenceState): VendorCall {
  const { conference, members, numbers, invitations, toLocal } = conferenceState;
  const { id, state, activeMembers, createdTime } = conference;
  const startedAt = parseTime(createdTime ?? '');
  const present = members.filter((member) => member.state === 'active');
  const count = (activeMembers ?? present.length) + invitations.length;
  return {
    id: toCallId(id),
    line: 'conference',
    reference: id,
    state: STATES[state],
    isMuted: conference.mute,
    isHeld: conference.hold,
    isWatched: true,
    participants:
      state === 'completed'
        ? []
        : [
            ...present.map((member) => toParticipant(member, numbers.get(member.id), toLocal)),
            ...invitations.map(toInvited),
          ],
    ...(typeof activeMembers === 'number' ? { activeMembers } : {}),
    maxMembers: MAX_MEMBERS,
    ...(startedAt !== undefined && { startedAt: toLocal(startedAt) }),
    actions: listActions(conference, count),
    // The recorder records telephone calls, and shares no identifier with a conference.
    recordingKeys: {},
  };
}

/** Sidetone's id of a conference. */
export function toCallId(conferenceId: string): string {
  return `conference:${conferenceId}`;
}

/** The participant's id of somebody who is being called. */
export function toInvitedId(callId: string): string {
  return `call:${callId}`;
}

function listActions({ state, hold, mute, from }: WireConference, count: number): CallAction[] {
  if (state === 'completed') return [];
  // People are called from the number that hosts the conference.
  const canAdd = count < MAX_MEMBERS && typeof from === 'string';
  const isHeard = state === 'active';
  return [
    hold ? 'retrieve' : 'hold',
    mute ? 'unmute' : 'mute',
    ...(canAdd ? (['add-participant'] as const) : []),
    ...(isHeard ? (['play', 'stop-playing'] as const) : []),
    'complete-room',
  ];
}

function listMemberActions({ hold, mute }: WireMember): ParticipantAction[] {
  return ['remove', mute ? 'unmute' : 'mute', hold ? 'retrieve' : 'hold', 'play', 'stop-playing'];
}

function toParticipant(
  member: WireMember,
  number: string | undefined,
  toLocal: (moment: number) => number,
): Participant {
  const joinedAt = parseTime(member.addedTime ?? '');
  return {
    id: member.id,
    name: number ?? member.id,
    ...(number === undefined ? {} : { number, address: number }),
    presence: 'joined',
    isMuted: member.mute,
    isHeld: member.hold,
    ...(joinedAt !== undefined && { joinedAt: toLocal(joinedAt) }),
    actions: listMemberActions(member),
  };
}

function toInvited({ callId, address, isMuted }: Invitation): Participant {
  return {
    id: toInvitedId(callId),
    name: address,
    number: address,
    address,
    presence: 'calling',
    isMuted,
    isHeld: false,
    actions: ['remove'],
  };
}

/** The member's number: the other end of the call from the conference. */
export function toPartyNumber(call: WireCall): string | undefined {
  const number = (call.direction === 'in' ? call.from : call.to) ?? '';
  return number === '' ? undefined : number;
}

/** The id at the end of a resource's URL; the host does not matter. */
export function toLastSegment(url: string): string | undefined {
  const segment = url.split(/[?#]/)[0]?.replace(/\/+$/, '').split('/').at(-1);
  return segment === undefined || segment === '' || !isWellFormed(segment) ? undefined : segment;
}

/** The id of a member's call. */
export function toMemberCallId({ call }: WireMember): string | undefined {
  return toLastSegment(call ?? '');
}
