import { describe, expect, test } from 'vitest';
import {
  capabilitiesOf,
  shuffled,
  type CallSituation,
} from '../../../simulator/genesys/capabilities';
import { removedParticipantNotification } from '../../support/genesys-samples';

const established: CallSituation = {
  state: 'Established',
  isMuted: false,
  isOwner: false,
  isFromQueue: false,
  recordingState: 'Stopped',
  otherParties: 1,
  hasConsultation: false,
  hasOtherHeld: false,
};
const bare = { hasMuteCall: false, hasClearCall: false, hasRecording: false };
const all = { hasMuteCall: true, hasClearCall: true, hasRecording: true };

function offered(change: Partial<CallSituation>, features = bare): string[] {
  return capabilitiesOf({ ...established, ...change }, features).sort();
}

describe('the operations of a simulated call', () => {
  test('with two parties are those on the vendor’s page after a removal', () => {
    const sample = [...removedParticipantNotification.data.call.capabilities].sort();
    expect(offered({ isOwner: true })).toEqual(sample);
  });

  test('include removing a participant only for the owner of a conference', () => {
    const removal = 'RemoveParticipantFromConference';
    expect(offered({ isOwner: true, otherParties: 2 })).toContain(removal);
    expect(offered({ isOwner: false, otherParties: 2 })).not.toContain(removal);
    expect(offered({ isOwner: true, otherParties: 1 })).not.toContain(removal);
  });

  test('while dialing are hanging up, tones and user data', () => {
    expect(offered({ state: 'Dialing' }, all)).toEqual([
      'AttachUserData',
      'DeleteUserData',
      'DeleteUserDataPair',
      'Hangup',
      'SendDtmf',
      'UpdateUserData',
    ]);
  });

  test('while ringing include Reject only if the call came from a queue', () => {
    expect(offered({ state: 'Ringing' })).toContain('Answer');
    expect(offered({ state: 'Ringing' })).not.toContain('Reject');
    expect(offered({ state: 'Ringing', isFromQueue: true })).toContain('Reject');
  });

  test('on hold include retrieving instead of holding and tones', () => {
    const held = offered({ state: 'Held' });
    expect(held).toEqual(
      [...offered({}).filter((name) => name !== 'Hold' && name !== 'SendDtmf'), 'Retrieve'].sort(),
    );
  });

  test('on hold during a consultation include swapping and completing, not retrieving', () => {
    const held = offered({ state: 'Held', hasConsultation: true });
    expect(held).toEqual(expect.arrayContaining(['SwapCalls', 'CompleteTransfer', 'Hangup']));
    expect(held).not.toContain('Retrieve');
  });

  test('next to a held call include swapping and completing', () => {
    expect(offered({ hasOtherHeld: true })).toEqual(
      expect.arrayContaining(['SwapCalls', 'CompleteTransfer', 'CompleteConference', 'Hold']),
    );
  });

  test('depend on the mute and recording states', () => {
    expect(offered({}, all)).toEqual(expect.arrayContaining(['MuteCall', 'StartCallRecording']));
    const other = offered({ isMuted: true, recordingState: 'Paused' }, all);
    expect(other).toEqual(
      expect.arrayContaining(['UnmuteCall', 'ResumeCallRecording', 'StopCallRecording']),
    );
    expect(other).not.toContain('MuteCall');
  });

  test('are empty once the call is released', () => {
    expect(offered({ state: 'Released' }, all)).toEqual([]);
  });

  test('have a different order in each message, which is reproducible', () => {
    const names = capabilitiesOf(established, all);
    expect(shuffled(names, 1)).toEqual(shuffled(names, 1));
    expect(shuffled(names, 1)).not.toEqual(shuffled(names, 2));
    expect(shuffled(names, 1).sort()).toEqual([...names].sort());
  });
});
