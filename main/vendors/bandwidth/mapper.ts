import type { CallState, Participant } from '../../../contract/call-model';
import type { VendorCall } from '../../calls/call-events';
import { parseTime } from './wire';
import type { WireCall, WireConference, WireMember } from './wire';

const STATES: Record<WireConference['state'], CallState> = {
  created: 'waiting',
  active: 'established',
  completed: 'ended',
};

/** Everything read of a conference. `numbers` holds a member's number by the member's id. */
export interface ConferenceReading {
  readonly conference: WireConference;
  readonly members: readonly WireMember[];
  readonly numbers: ReadonlyMap<string, string>;
}

/**
 * The conference as a call. A member's hold and mute are the member's own: those of the whole room
 * are told by the call, and the two are independent (seed page).
 */
export function toVendorCall({ conference, members, numbers }: ConferenceReading): VendorCall {
  const { id, state, activeMembers, createdTime } = conference;
  const startedAt = parseTime(createdTime ?? '');
  return {
    id: `conference:${id}`,
    line: 'conference',
    reference: id,
    state: STATES[state],
    isMuted: conference.mute,
    isHeld: conference.hold,
    participants:
      state === 'completed'
        ? []
        : members
            .filter((member) => member.state === 'active')
            .map((member) => toParticipant(member, numbers.get(member.id))),
    ...(typeof activeMembers === 'number' ? { activeMembers } : {}),
    ...(startedAt === undefined ? {} : { startedAt }),
    actions: [],
    // The recorder records telephone calls, and knows a conference by nothing that is told here.
    recordingKeys: {},
  };
}

function toParticipant(member: WireMember, number: string | undefined): Participant {
  return {
    id: member.id,
    name: number ?? member.id,
    ...(number === undefined ? {} : { number }),
    presence: 'joined',
    isMuted: member.mute,
    isHeld: member.hold,
    actions: [],
  };
}

/** The number of the party, not of the conference: the far end of the member's call. */
export function toPartyNumber(call: WireCall): string | undefined {
  return (call.direction === 'in' ? call.from : call.to) ?? undefined;
}

/** The id at the end of the URL of a call, whatever host the URL names. */
export function toLastSegment(url: string): string | undefined {
  const segment = url.split(/[?#]/)[0]?.replace(/\/+$/, '').split('/').at(-1);
  return segment === '' ? undefined : segment;
}
