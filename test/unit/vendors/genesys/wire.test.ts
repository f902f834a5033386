import { expect, test } from 'vitest';
import { toVendorCall } from '../../../../main/vendors/genesys/mapper';
import { toParties } from '../../../../main/vendors/genesys/parties';
import { callSchema } from '../../../../main/vendors/genesys/wire';
import { removedParticipantNotification } from '../../../support/genesys-samples';

test.each([
  [{ id: 12345 }, { id: 'genesys:12345', reference: '12345' }],
  [{ connId: 71 }, { recordingKeys: { connId: '71' } }],
  [
    { connId: {}, callUuid: [], mute: 5, duration: [] },
    { state: 'established', isMuted: false },
  ],
  [{ capabilities: ['Hold', null, 7, 'Hangup'] }, { actions: ['hold', 'hang-up'] }],
  [{ capabilities: 'Hold' }, { actions: [] }],
  [{ userData: [] }, { attachedData: [] }],
  [{ participants: [15001] }, { participants: [{ id: '15001', name: '15001' }] }],
  [{ participants: [null, '15002', false] }, { participants: [{ id: '15002' }] }],
  [{ participants: [null] }, { participants: [] }],
  [{ participants: 'all' }, { participants: [] }],
  [{ participants: [{ phoneNumber: 15010, digits: null }] }, { participants: [{ id: '15010' }] }],
  [
    { participants: [{ phoneNumber: '15002', digits: 15002 }] },
    { participants: [{ id: '15002' }] },
  ],
  [{ participants: ['15002'], participantsInfo: [null] }, { participants: [{ id: '15002' }] }],
])('one field that is not as it should be does not hide the call: %j', (changes, expected) => {
  const call = callSchema.parse({ ...removedParticipantNotification.data.call, ...changes });
  const context = { now: 0, agentExtension: '15000', last: undefined, parties: toParties(call) };
  expect(toVendorCall(call, context)).toMatchObject(expected);
});
