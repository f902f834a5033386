import type { Participant } from '../../../contract/call-model';
import type { VendorCall } from '../../calls/call-events';
import { toWireText } from '../shared/wire-text';
import type { TalkSpace } from './talkspace';

const PREFIX = 'talkspace:';

export function toCallId(conferenceId: string): string {
  return `${PREFIX}${conferenceId}`;
}

/** Undefined for a call of another line. */
export function toConferenceId(callId: string): string | undefined {
  return callId.startsWith(PREFIX) ? callId.slice(PREFIX.length) : undefined;
}

/**
 * An open TalkSpace counts as established from the start: Telesocial reports no other state. `hasOther`:
 * another one is open, so people can be moved to it.
 */
export function toVendorCall(space: TalkSpace, hasOther: boolean): VendorCall {
  const { conferenceId, joined, calling, muted } = space;
  return {
    id: toCallId(conferenceId),
    line: 'talkspace',
    reference: conferenceId,
    state: 'established',
    isMuted: false,
    isHeld: false,
    participants: [
      ...joined.map((networkId) => toJoined(networkId, muted.has(networkId), hasOther)),
      ...[...calling.keys()].map((networkId) => toCalled(networkId, muted.has(networkId))),
    ],
    actions: ['add-participant', 'close-talkspace'],
    // The recorder only knows telephone calls; Telesocial records TalkSpaces itself.
    recordingKeys: {},
  };
}

function toJoined(networkId: string, isMuted: boolean, hasOther: boolean): Participant {
  return {
    ...toParticipant(networkId, isMuted),
    presence: 'joined',
    actions: ['remove', isMuted ? 'unmute' : 'mute', ...(hasOther ? ['move' as const] : [])],
  };
}

/** Until somebody answers, the service only accepts hanging up, as in the tests of the vendor's PHP SDK. */
function toCalled(networkId: string, isMuted: boolean): Participant {
  return { ...toParticipant(networkId, isMuted), presence: 'calling', actions: ['remove'] };
}

/** The network ID is both the name and the address: Telesocial has nothing else. */
function toParticipant(
  networkId: string,
  isMuted: boolean,
): Omit<Participant, 'presence' | 'actions'> {
  const name = toWireText(networkId);
  return { id: networkId, name, address: networkId, isMuted, isHeld: false };
}
