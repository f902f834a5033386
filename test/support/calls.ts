import type { Participant } from '../../contract/call-model';
import type { VendorCall } from '../../main/calls/call-events';
import type { Moment } from '../../main/time/clock';
import type { KnownCall } from '../../main/calls/known-call';

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

/** The same call after Sidetone has processed it. */
export function knownCall(id: string, changes: Partial<KnownCall> = {}): KnownCall {
  const call = { ...telephoneCall(id), startedAt: 0, begunAt: 0, sequence: 1, ...changes };
  const { participants } = call;
  const [first, ...others] = participants;
  const caller = first && { callerId: others.length === 0 ? first.id : null };
  return { ...caller, ...call, lastParticipants: participants };
}

/** A moment in ms since the epoch, the same on the wall clock and on the monotonic clock. */
export function moment(now: number): Moment {
  return { now, elapsed: now };
}
