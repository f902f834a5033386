import { describe, expect, test } from 'vitest';
import { toVendorCall } from '../../../../main/vendors/genesys/mapper';
import type { MappingContext } from '../../../../main/vendors/genesys/mapper';
import { createNumbers } from '../../../../main/numbers/numbers';
import { toParties } from '../../../../main/vendors/genesys/parties';
import { callSchema } from '../../../../main/vendors/genesys/wire';
import { removedParticipantNotification } from '../../../support/genesys-samples';

const SAMPLE = removedParticipantNotification.data.call;

function map(changes: Record<string, unknown> = {}, context: Partial<MappingContext> = {}) {
  const call = callSchema.parse({ ...SAMPLE, ...changes });
  return toVendorCall(call, {
    agentExtension: '15000',
    lastState: undefined,
    parties: toParties(call, createNumbers(undefined)),
    ...context,
  });
}

function party(number: string, formatted = number) {
  return { e164Number: '', formattedPhoneNumber: formatted, phoneNumber: number, digits: number };
}

test("the call on the vendor's page", () => {
  expect(map()).toEqual({
    id: 'genesys:01RCC3N118B1V0SL8O7GK2LAES00000O',
    line: 'genesys',
    reference: '01RCC3N118B1V0SL8O7GK2LAES00000O',
    state: 'established',
    isMuted: false,
    isHeld: false,
    participants: [
      {
        id: '15002',
        name: '15002',
        address: '15002',
        presence: 'joined',
        isMuted: false,
        isHeld: false,
        actions: [],
      },
    ],
    attachedData: [],
    lastedMs: 43_000,
    actions: [
      'hold',
      'hang-up',
      'send-tones',
      'add-participant',
      'transfer',
      'consult-conference',
      'consult-transfer',
      'attach-data',
      'attach-wrap-up',
      'update-data',
      'delete-data',
      'delete-all-data',
    ],
    recordingKeys: {
      id: '01RCC3N118B1V0SL8O7GK2LAES00000O',
      callUuid: '01RCC3N118B1V0SL8O7GK2LAES00000O',
      connId: '0071027198180018',
      agentExtension: '15000',
    },
  });
});

describe('states', () => {
  test.each([
    ['Ringing', 'ringing', false],
    ['Dialing', 'dialing', false],
    ['Established', 'established', false],
    ['Held', 'held', true],
    ['Released', 'ended', false],
  ])('%s is %s', (state, expected, isHeld) => {
    expect(map({ state })).toMatchObject({ state: expected, isHeld });
  });

  test('an unknown one does not change the call, and never ends it', () => {
    expect(map({ state: 'Parked' }, { lastState: 'held' }).state).toBe('held');
  });

  test.each(['Completed', 'Busy', '', null, undefined])(
    'a new call in an unknown state has no state, but its capabilities are allowed: %j',
    (state) => {
      const call = map({ state, capabilities: ['Answer', 'Hangup'] });
      expect(call).toMatchObject({ state: 'unknown', isHeld: false });
      expect(call.actions).toEqual(['answer', 'hang-up']);
      expect(map({ state: 'Parked' }, { lastState: call.state }).state).toBe('unknown');
      expect(map({ state: 'Established' }, { lastState: call.state }).state).toBe('established');
    },
  );

  test('an ended call allows no operation, whatever its capabilities', () => {
    const call = map({
      state: 'Released',
      capabilities: ['Hangup', 'RemoveParticipantFromConference'],
    });
    expect(call.actions).toEqual([]);
    expect(call.participants[0]?.actions).toEqual([]);
  });
});

describe('the allowed operations', () => {
  test.each([
    ['Answer', 'answer'],
    ['Reject', 'reject'],
    ['MuteCall', 'mute'],
    ['UnmuteCall', 'unmute'],
    ['Hold', 'hold'],
    ['Retrieve', 'retrieve'],
    ['Hangup', 'hang-up'],
    ['ClearCall', 'clear'],
    ['SendDtmf', 'send-tones'],
    ['SingleStepConference', 'add-participant'],
    ['SingleStepTransfer', 'transfer'],
    ['InitiateConference', 'consult-conference'],
    ['InitiateTransfer', 'consult-transfer'],
    ['CompleteConference', 'complete-conference'],
    ['CompleteTransfer', 'complete-transfer'],
    ['SwapCalls', 'swap'],
    ['AttachUserData', 'attach-data', 'attach-wrap-up'],
    ['UpdateUserData', 'update-data'],
    ['DeleteUserDataPair', 'delete-data'],
    ['DeleteUserData', 'delete-all-data'],
    ['StartCallRecording', 'start-recording'],
    ['PauseCallRecording', 'pause-recording'],
    ['ResumeCallRecording', 'resume-recording'],
    ['StopCallRecording', 'stop-recording'],
  ])('%s allows to %s', (capability, ...actions) => {
    expect(map({ capabilities: ['SwitchToCoach', capability] }).actions).toEqual(actions);
  });

  test('of two calls the one that can be held can be swapped', () => {
    expect(map({ state: 'Held', capabilities: ['SwapCalls', 'Hangup'] }).actions).toEqual([
      'hang-up',
    ]);
  });

  test('the order of the capabilities does not matter', () => {
    const capabilities = ['Hangup', 'MuteCall', 'Hold'];
    expect(map({ capabilities }).actions).toEqual(
      map({ capabilities: capabilities.reverse() }).actions,
    );
  });

  test('participants can be removed if there is a capability for it', () => {
    const call = map({
      capabilities: ['RemoveParticipantFromConference'],
      participants: [party('15001'), party('15002')],
    });
    expect(call.participants.map(({ actions }) => actions)).toEqual([['remove'], ['remove']]);
  });

  test('no operation is allowed without capabilities', () => {
    expect(map({ capabilities: undefined }).actions).toEqual([]);
  });
});

test('the mute state comes from the call', () => {
  expect(map({ mute: 'On' }).isMuted).toBe(true);
  expect(map({ mute: undefined }).isMuted).toBe(false);
});

describe('participants', () => {
  test('are named by their number as formatted by the vendor', () => {
    const [first] = map({ participants: [party('4930123456', '+49 30 123456')] }).participants;
    expect(first).toMatchObject({
      id: '4930123456',
      name: '+49 30 123456',
      address: '4930123456',
    });
  });

  test('are plain strings before 8.5.2, with separate details', () => {
    const call = map({
      participants: ['5001', '5002'],
      participantsInfo: [{ digits: '5002', formattedPhoneNumber: '50-02', e164Number: '' }],
    });
    expect(call.participants.map(({ id, name }) => [id, name])).toEqual([
      ['5001', '5001'],
      ['5002', '50-02'],
    ]);
  });

  test('without a number are shown, and cannot be removed', () => {
    const call = map({
      capabilities: ['RemoveParticipantFromConference'],
      participants: [party(''), {}],
    });
    expect(call.participants.map(({ id, name, actions }) => [id, name, actions])).toEqual([
      ['unknown', 'Unknown party', []],
      ['unknown#2', 'Unknown party', []],
    ]);
    expect(call.participants[0]).not.toHaveProperty('address');
  });

  test('may be missing', () => {
    expect(map({ participants: undefined }).participants).toEqual([]);
  });
});

describe('the duration', () => {
  test.each(['43', '43.0', 43])('is read from %j', (duration) => {
    expect(map({ duration }).lastedMs).toBe(43_000);
  });

  test.each([undefined, '', 'soon', '-1', '1e300', 1e300, 'Infinity', '9'.repeat(400)])(
    'is unknown for %j',
    (duration) => {
      expect(map({ duration })).not.toHaveProperty('lastedMs');
    },
  );
});

test('the recording keys include texts of the user data, and no missing values', () => {
  const userData = { GSIP_REC_FN: 'file-1', nested: { a: 'b' } };
  const keys = map({ userData, connId: undefined }, { agentExtension: undefined }).recordingKeys;
  expect(keys).toEqual({
    id: SAMPLE.id,
    callUuid: SAMPLE.callUuid,
    'userData.GSIP_REC_FN': 'file-1',
  });
});

test('recording keys can be attached numbers and booleans, but not objects', () => {
  const userData = { Ref: 4711, Vip: true, Long: 2 ** 60, Half: 0.5, Note: null, Person: { a: 1 } };
  const { recordingKeys } = map({ userData });
  const attached = Object.entries(recordingKeys).filter(([key]) => key.startsWith('userData.'));
  expect(Object.fromEntries(attached)).toEqual({ 'userData.Ref': '4711', 'userData.Vip': 'true' });
});

describe('attached data', () => {
  test('are shown in the order of their keys, and values that are not text as JSON', () => {
    const userData = {
      Topic: 'Refund',
      Priority: 2,
      customer: { id: 'c-1' },
      Note: null,
      Empty: '',
    };
    expect(map({ userData }).attachedData).toEqual([
      { key: 'customer', value: '{"id":"c-1"}', isText: false },
      { key: 'Empty', value: '', isText: true },
      { key: 'Note', value: 'null', isText: false },
      { key: 'Priority', value: '2', isText: false },
      { key: 'Topic', value: 'Refund', isText: true },
    ]);
  });

  test('exclude the switch’s own data about its recording', () => {
    const userData = { GSIP_RECORD: 'ON', GSIP_REC_FN: 'file-1', Topic: 'Refund' };
    expect(map({ userData }).attachedData).toEqual([
      { key: 'Topic', value: 'Refund', isText: true },
    ]);
  });
});

test.each([
  ['Stopped', 'stopped'],
  ['Recording', 'recording'],
  ['Paused', 'paused'],
])('line recording follows recordingState: %s', (recordingState, expected) => {
  expect(map({ recordingState }).lineRecording).toBe(expected);
});

test.each([undefined, '', 'Uploading'])(
  'line recording is unknown for a recordingState of %j',
  (recordingState) => {
    expect(map({ recordingState })).not.toHaveProperty('lineRecording');
  },
);

test.each([
  ['the path', { parentCallPath: '/calls/01ABC' }],
  ['the address', { parentCallUri: 'https://other.example/api/v2/me/calls/01ABC' }],
])('a consultation refers to its original call by %s', (_name, parent) => {
  expect(map(parent).parentCallId).toBe('genesys:01ABC');
});

test('a call from a consulting colleague is a consultation, even without a reference to another call', () => {
  expect(map({ callType: 'Consult' })).toMatchObject({ isConsultation: true });
  expect(map({ callType: 'Inbound' })).not.toHaveProperty('isConsultation');
});

test('a call that is not a consultation refers to no other', () => {
  expect(map()).not.toHaveProperty('parentCallId');
  expect(map({ parentCallPath: '' })).not.toHaveProperty('parentCallId');
});
