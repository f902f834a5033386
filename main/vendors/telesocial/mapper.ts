import type { Participant } from '../../../contract/call-model';
import type { VendorCall } from '../../calls/call-events';

/** What is known of an open TalkSpace. */
export interface TalkSpace {
  readonly conferenceId: string;
  /** Network IDs of those who are in it. */
  readonly joined: readonly string[];
  /** The leader's network ID, while the leader's telephone is still being called. */
  readonly calling: string | undefined;
}

export function toCallId(conferenceId: string): string {
  return `talkspace:${conferenceId}`;
}

/** An open TalkSpace is established from the start: Telesocial tells no other state of it. */
export function toVendorCall({ conferenceId, joined, calling }: TalkSpace): VendorCall {
  return {
    id: toCallId(conferenceId),
    line: 'talkspace',
    reference: conferenceId,
    state: 'established',
    isMuted: false,
    isHeld: false,
    participants: [
      ...joined.map((networkId) => toParticipant(networkId, 'joined')),
      ...(calling === undefined ? [] : [toParticipant(calling, 'calling')]),
    ],
    actions: ['close-talkspace'],
    // The recorder records telephone calls; a TalkSpace's recording is Telesocial's own.
    recordingKeys: {},
  };
}

/** Telesocial names people by their network ID alone. */
function toParticipant(networkId: string, presence: Participant['presence']): Participant {
  return { id: networkId, name: networkId, presence, isMuted: false, isHeld: false, actions: [] };
}
