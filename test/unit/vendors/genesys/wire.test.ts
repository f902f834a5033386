import { expect, test } from 'vitest';
import { toVendorCall } from '../../../../main/vendors/genesys/mapper';
import { createNumbers } from '../../../../main/numbers/numbers';
import { toParties } from '../../../../main/vendors/genesys/parties';
import { callSchema } from '../../../../main/vendors/genesys/wire';
import { parseJson } from '../../../../main/vendors/shared/parse-json';
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
  [{ callUuid: '\ud800', connId: '71' }, { recordingKeys: { connId: '71' } }],
  [
    { userData: { 'half \ud800': 'x', whole: 'half \ud800' } },
    { attachedData: [{ key: 'whole', value: 'half \ufffd', isText: true, isAltered: true }] },
  ],
  [
    { userData: { long: 'x'.repeat(9_000) } },
    {
      attachedData: [
        { key: 'long', value: `${'x'.repeat(4_000)}…`, isText: true, isAltered: true },
      ],
    },
  ],
  [
    { userData: { lines: 'one\ntwo' } },
    { attachedData: [{ key: 'lines', value: 'one two', isText: true, isAltered: true }] },
  ],
  [
    { participants: [{ digits: '15002', formattedPhoneNumber: ' \u202e\t' }] },
    { participants: [{ id: '15002', name: '15002' }] },
  ],
  [
    { participants: [{ digits: ' ', phoneNumber: '', formattedPhoneNumber: '\u202e' }] },
    { participants: [{ name: 'Unknown party' }] },
  ],
  [{ participants: ['15002'], participantsInfo: [null] }, { participants: [{ id: '15002' }] }],
])('one malformed field does not hide the call: %j', (changes, expected) => {
  const call = callSchema.parse({ ...removedParticipantNotification.data.call, ...changes });
  const context = {
    now: 0,
    agentExtension: '15000',
    lastState: undefined,
    parties: toParties(call, createNumbers(undefined)),
  };
  expect(toVendorCall(call, context)).toMatchObject(expected);
});

test('data that is nested too deep is cut off, and the call is shown', () => {
  const userData = '{"next":'.repeat(8_000) + '1' + '}'.repeat(8_000);
  const sent = JSON.stringify({ ...removedParticipantNotification.data.call, userData: 'HERE' });
  const call = callSchema.parse(parseJson(sent.replace('"HERE"', userData)));
  const context = {
    now: 0,
    agentExtension: '15000',
    lastState: undefined,
    parties: toParties(call, createNumbers(undefined)),
  };
  expect(toVendorCall(call, context)).toMatchObject({
    state: 'established',
    attachedData: [{ key: 'next', isText: false }],
  });
});
