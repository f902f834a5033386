import type { Participant } from '../../contract/call-model';
import type { VendorCall } from '../../main/calls/call-events';

/** A participant who has joined, known by a number. */
export function participant(name: string, changes: Partial<Participant> = {}): Participant {
  return {
    id: name,
    name,
    presence: 'joined',
    isMuted: false,
    isHeld: false,
    actions: [],
    ...changes,
  };
}

/** An established telephone call with one other party. */
export function telephoneCall(id: string, changes: Partial<VendorCall> = {}): VendorCall {
  return {
    id: `genesys:${id}`,
    line: 'genesys',
    reference: id,
    state: 'established',
    isMuted: false,
    isHeld: false,
    participants: [participant('15001')],
    actions: ['mute', 'hold', 'hang-up'],
    recordingKeys: { callUuid: id },
    ...changes,
  };
}
