import { beforeEach, describe, expect, test } from 'vitest';
import type { CallOperation } from '../../../../contract/call-operations';
import type { LineOperation } from '../../../../main/calls/ports';
import { createCallBook } from '../../../../main/vendors/genesys/call-book';
import type { CallBook } from '../../../../main/vendors/genesys/call-book';
import { toCallId } from '../../../../main/vendors/genesys/mapper';
import { toRequest } from '../../../../main/vendors/genesys/operations';
import { callSchema } from '../../../../main/vendors/genesys/wire';
import { createMemoryLogger } from '../../../support/memory-logger';

let book: CallBook;

beforeEach(() => {
  book = createCallBook({
    logger: createMemoryLogger(),
    agentExtension: '15000',
  });
});

/** Adds an established call with this ID and these operations to the book. */
function have(id: string, capabilities: string[], more: Record<string, unknown> = {}): string {
  const call = { id, state: 'Established', capabilities, ...more };
  book.record(callSchema.parse(call), () => undefined);
  return toCallId(id);
}

function bodyOf(operation: LineOperation) {
  const request = toRequest(book, operation);
  return request.ok ? request.value.body : request.error;
}

test('an operation is sent to the call by the vendor’s id', () => {
  const callId = have('01ABC', ['Hold']);
  expect(toRequest(book, { kind: 'hold', callId })).toEqual({
    ok: true,
    value: { reference: '01ABC', body: { operationName: 'Hold' } },
  });
});

describe('completing', () => {
  const uri = 'https://other.example/api/v2/me/calls/two';

  test('is sent to the consultation, without parameters', () => {
    const otherCallId = have('one', []);
    const callId = have('two', ['CompleteTransfer'], { uri, parentCallPath: '/calls/one' });
    expect(bodyOf({ kind: 'complete-transfer', callId, otherCallId })).toEqual({
      operationName: 'CompleteTransfer',
    });
  });

  test.each([
    ['complete-transfer', 'CompleteTransfer'],
    ['complete-conference', 'CompleteConference'],
  ] as const)('on the call before it, %s names the consultation', (kind, operationName) => {
    const callId = have('one', [operationName]);
    const otherCallId = have('two', [], { uri, parentCallPath: '/calls/one' });
    expect(bodyOf({ kind, callId, otherCallId })).toEqual({ operationName, consultCallUri: uri });
  });

  test.each([
    ['complete-transfer', 'CompleteTransfer'],
    ['complete-conference', 'CompleteConference'],
  ] as const)('%s names the chosen call', (kind, operationName) => {
    have('one', [], { state: 'Held' });
    const otherCallId = have('two', [], { uri, state: 'Held' });
    const callId = have('three', [operationName]);
    expect(bodyOf({ kind, callId, otherCallId })).toEqual({ operationName, consultCallUri: uri });
  });

  test('is not sent if the other call has ended', () => {
    have('one', [], { state: 'Held' });
    const otherCallId = have('two', [], { uri, state: 'Held' });
    have('two', [], { uri, state: 'Released' });
    const callId = have('three', ['CompleteTransfer']);
    const operation = { kind: 'complete-transfer', callId, otherCallId } as const;
    expect(bodyOf(operation)).toMatchObject({ code: 'gone' });
  });
});

test.each([
  [false, 'AttachUserData'],
  [true, 'UpdateUserData'],
])('a note that replaces an earlier one (%s) is sent with %s', (replacesData, operationName) => {
  const callId = have('one', ['AttachUserData', 'UpdateUserData']);
  const data = { SidetoneNote: 'Sent shoes' };
  expect(bodyOf({ kind: 'attach-wrap-up', callId, data, replacesData })).toEqual({
    operationName,
    userData: data,
  });
});

describe('swapping', () => {
  test('names the other call by the address from the vendor', () => {
    const callId = have('one', ['SwapCalls']);
    const uri = 'https://other.example/api/v2/me/calls/two';
    const otherCallId = have('two', [], { state: 'Held', uri });
    expect(bodyOf({ kind: 'swap', callId, otherCallId })).toEqual({
      operationName: 'SwapCalls',
      otherCallUri: uri,
    });
  });

  test('with a call that does not exist, or has no address, is not sent', () => {
    const callId = have('one', ['SwapCalls']);
    expect(bodyOf({ kind: 'swap', callId, otherCallId: 'genesys:none' })).toMatchObject({
      code: 'gone',
    });
    const otherCallId = have('two', []);
    expect(bodyOf({ kind: 'swap', callId, otherCallId })).toMatchObject({
      code: 'malformed-answer',
      detail: 'uri',
    });
  });
});

describe('an operation that the vendor does not support', () => {
  const everything = ['RemoveParticipantFromConference', 'SingleStepConference', 'MuteCall'];
  const participants = ['15001', '15002'];

  test.each<[string, (callId: string) => CallOperation]>([
    ['to mute somebody', (callId) => ofParticipant('mute-participant', callId)],
    ['to hold somebody', (callId) => ofParticipant('hold-participant', callId)],
    [
      'to move somebody',
      (callId) => ({
        kind: 'move-participant',
        callId,
        participantId: '15001',
        toCallId: 'genesys:two',
      }),
    ],
    [
      'to play something',
      (callId) => ({ kind: 'play', callId, audio: { kind: 'sentence', sentence: 'Hello' } }),
    ],
    ['to close a TalkSpace', (callId) => ({ kind: 'close-talkspace', callId })],
  ])('is not sent: %s', (_name, toOperation) => {
    const callId = have('one', everything, { participants });
    expect(bodyOf(toOperation(callId))).toEqual({ code: 'not-allowed', vendor: 'genesys' });
  });

  test.each([
    ['isMuted', { isMuted: true }],
    ['greetingId', { greetingId: 'hello' }],
  ])('is named where somebody is added with it: %s', (detail, more) => {
    const callId = have('one', everything);
    const operation = { kind: 'add-participant', callId, address: '15002', ...more } as const;
    expect(bodyOf(operation)).toMatchObject({ code: 'bad-input', detail });
  });

  function ofParticipant(
    kind: 'mute-participant' | 'hold-participant',
    callId: string,
  ): CallOperation {
    return { kind, callId, participantId: '15001' };
  }
});
