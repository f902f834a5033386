import { InputError } from '../input';
import type { BandwidthControls } from '../types';
import {
  activeMembers,
  MEMBER_LIMIT,
  type BandwidthCall,
  type Conference,
  type Conferences,
  type Member,
} from './conferences';
import type { ConferenceCallView, ConferenceView, MemberView } from './types';

function viewMember(member: Member): MemberView {
  return {
    id: member.id,
    callId: member.call.id,
    number: member.call.to,
    state: member.state,
    isHeld: member.hold,
    isMuted: member.mute,
  };
}

function viewCall({ id, from, to, state, conferenceId }: BandwidthCall): ConferenceCallView {
  return { id, from, to, state, conferenceId };
}

function view(conference: Conference): ConferenceView {
  return {
    id: conference.id,
    state: conference.state,
    from: conference.from,
    isHeld: conference.settings.hold ?? false,
    isMuted: conference.settings.mute ?? false,
    members: conference.members.map(viewMember),
  };
}

/** An active member by its id or its number. */
function memberOf(conference: Conference, name: string): Member {
  const member = activeMembers(conference).find(
    (candidate) => candidate.id === name || candidate.call.to === name,
  );
  if (member === undefined) {
    throw new InputError(`member: "${name}" is not in conference "${conference.id}"`);
  }
  return member;
}

function requireOpen(conference: Conference): void {
  if (conference.state === 'completed') {
    throw new InputError(`conference: "${conference.id}" is completed`);
  }
}

/** Controls events in a conference that the client did not request. */
export function createBandwidthControls(
  conferences: Conferences,
  defaultId: string,
): BandwidthControls {
  const get = (id = defaultId): Conference => conferences.get(id);
  const getCall = (callId: string): BandwidthCall => {
    const call = conferences.findCall(callId);
    if (call === undefined) {
      throw new InputError(`callId: there is no call "${callId}"`);
    }
    return call;
  };
  return {
    conference: (id) => view(get(id)),
    addMember: (number, id) => {
      const conference = get(id);
      requireOpen(conference);
      const present = activeMembers(conference);
      if (present.some((member) => member.call.to === number)) {
        throw new InputError(`number: "${number}" is already in conference "${conference.id}"`);
      }
      if (present.length >= MEMBER_LIMIT) {
        throw new InputError(`conference: "${conference.id}" already has ${MEMBER_LIMIT} members`);
      }
      const call = conferences.startCall({
        from: conference.from,
        to: number,
        conferenceId: conference.id,
        isRequested: false,
      });
      conferences.answerCall(call);
      return viewMember(conferences.addMember(conference, call, {}));
    },
    removeMember: (name, id) => {
      const conference = get(id);
      const member = memberOf(conference, name);
      conferences.removeMember(conference, member);
      return viewMember(member);
    },
    setHold: (isOn, name, id) => {
      const conference = get(id);
      requireOpen(conference);
      Object.assign(name === undefined ? conference.settings : memberOf(conference, name), {
        hold: isOn,
      });
      return view(conference);
    },
    setMute: (isOn, name, id) => {
      const conference = get(id);
      requireOpen(conference);
      Object.assign(name === undefined ? conference.settings : memberOf(conference, name), {
        mute: isOn,
      });
      return view(conference);
    },
    calls: () => conferences.calls().map(viewCall),
    answerCall: (callId) => conferences.answerCall(getCall(callId)),
    rejectCall: (callId) => conferences.rejectCall(getCall(callId)),
    complete: (id) => {
      const conference = get(id);
      conferences.complete(conference);
      return view(conference);
    },
  };
}
