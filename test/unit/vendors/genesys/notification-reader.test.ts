import { beforeEach, describe, expect, test } from 'vitest';
import type { CallEvent } from '../../../../main/calls/call-events';
import { createCallBook } from '../../../../main/vendors/genesys/call-book';
import type { CallBook } from '../../../../main/vendors/genesys/call-book';
import { createNotificationReader } from '../../../../main/vendors/genesys/notification-reader';
import type { NotificationReader } from '../../../../main/vendors/genesys/notification-reader';
import { removedParticipantNotification } from '../../../support/genesys-samples';
import { createMemoryLogger } from '../../../support/memory-logger';
import { createTelephonyRecorder } from '../../../support/telephony-recorder';
import type { TelephonyRecorder } from '../../../support/telephony-recorder';

const { data } = removedParticipantNotification;

let recorder: TelephonyRecorder;
let logger: ReturnType<typeof createMemoryLogger>;
let book: CallBook;
let reader: NotificationReader;
let returns: number;

beforeEach(() => {
  recorder = createTelephonyRecorder();
  logger = createMemoryLogger();
  book = createCallBook({ logger, agentExtension: undefined });
  returns = 0;
  reader = createNotificationReader({
    book,
    listener: recorder,
    logger,
    onReturn: () => (returns += 1),
  });
});

test.each([
  'ParticipantsUpdated',
  'StatusChange',
  'AttachedDataChanged',
  'SomethingNew',
  undefined,
])('a call is read from any type of notification: %s', (notificationType) => {
  reader.readNotification({ ...data, notificationType });
  expect(recorder.events).toMatchObject([
    { kind: 'call-seen', call: { reference: data.call.id, state: 'established' } },
  ]);
});

test('a notification of a call after its end may mean that it is back', () => {
  const released = { ...data, call: { ...data.call, state: 'Released' } };
  for (const notification of [data, released, released]) reader.readNotification(notification);
  expect(returns).toBe(0);
  reader.readNotification(data);
  expect(returns).toBe(1);
  reader.readCallList({ calls: [data.call], isComplete: true });
  reader.readNotification(data);
  expect(returns).toBe(1);
});

test('messages of another type are ignored', () => {
  reader.readNotification({ messageType: 'DeviceStateChangeMessage', devices: [] });
  reader.readNotification({ messageType: 'ErrorMessage', devicePath: '/devices/1' });
  expect(recorder.events).toEqual([]);
  expect(logger.lines).toEqual([]);
});

test.each([
  [{ ...data, call: { ...data.call, id: undefined } }, 'call.id'],
  [{ ...data, call: { ...data.call, id: '' } }, 'call.id'],
  [{ ...data, call: { ...data.call, id: null } }, 'call.id'],
  [{ messageType: 'CallStateChangeMessage' }, 'call'],
  ['text', 'message'],
  [undefined, 'message'],
])('an unreadable notification is skipped, and the log names the field', (notification, field) => {
  reader.readNotification(notification);
  expect(recorder.events).toEqual([]);
  expect(logger.lines).toMatchObject([{ level: 'warn' }]);
  expect(String(logger.lines[0]?.details.issues)).toContain(`${field}:`);
});

test('one unreadable call hides no others, and ends none', () => {
  reader.readNotification({ ...data, call: { ...data.call, id: 'unreadable-now' } });
  const problem = reader.readCallList({
    calls: [{ id: {}, state: 'Established' }, data.call],
    isComplete: true,
  });
  expect(problem).toMatchObject({ code: 'malformed-answer' });
  expect(recorder.calls().map(({ reference }) => reference)).toEqual([
    'unreadable-now',
    data.call.id,
  ]);
  expect(book.find('genesys:unreadable-now')).toBeDefined();
  expect(logger.text()).toContain('id:');
});

test('a call with an unusable ID is left out and logged, and the list still counts as complete', () => {
  reader.readNotification({ ...data, call: { ...data.call, id: 'ended-since' } });
  const problem = reader.readCallList({
    calls: [{ ...data.call, id: 'half \ud800' }, data.call],
    isComplete: true,
  });
  expect(problem).toBeUndefined();
  expect(recorder.events.at(-1)).toMatchObject({
    kind: 'line-fetched',
    calls: [{ reference: data.call.id }],
  });
  expect(logger.text()).toContain('ill-formed');
});

test("the agent's extension is the one in the messages if the profile has none", () => {
  reader.readNotification(data);
  expect(recorder.calls()[0]?.recordingKeys).toMatchObject({ agentExtension: '15000' });
  reader.readCallList({ calls: [data.call], isComplete: true });
  expect(recorder.calls()[0]?.recordingKeys).toMatchObject({ agentExtension: '15000' });
});

test('a call is known until it is released or missing from two answers in a row', () => {
  const callId = `genesys:${data.call.id}`;
  reader.readNotification(data);
  expect(book.find(callId)?.parties).toMatchObject([{ id: '15002', number: '15002' }]);
  reader.readNotification({ ...data, call: { ...data.call, state: 'Released' } });
  expect(book.find(callId)).toBeUndefined();
  reader.readCallList({ calls: [data.call], isComplete: true });
  expect(book.find(callId)).toBeDefined();
  reader.readCallList({ calls: [], isComplete: true });
  expect(book.find(callId)).toBeDefined();
  expect(book.isInDoubt()).toBe(true);
  reader.readCallList({ calls: [data.call], isComplete: true });
  expect(book.isInDoubt()).toBe(false);
  reader.readCallList({ calls: [], isComplete: true });
  reader.readCallList({ calls: [], isComplete: true });
  expect(book.find(callId)).toBeUndefined();
  expect(book.isInDoubt()).toBe(false);
});

test('an answer without a list is fine unless it could hide a known call', () => {
  const nothing = { calls: [], isComplete: false };
  expect(reader.readCallList(nothing)).toBeUndefined();
  reader.readNotification(data);
  expect(reader.readCallList(nothing)).toMatchObject({ code: 'malformed-answer' });
  expect(reader.readCallList(nothing)).toBeDefined();
  expect(recorder.calls()).toHaveLength(1);
});

describe('a report during which a bug occurs', () => {
  const released = { ...data, call: { ...data.call, state: 'Released' } };
  let bugs: number;

  beforeEach(() => {
    bugs = 0;
    const listener = {
      onCallEvent(event: CallEvent) {
        if (bugs === 0) recorder.onCallEvent(event);
        else {
          bugs -= 1;
          throw new Error('a bug');
        }
      },
    };
    reader = createNotificationReader({ book, listener, logger, onReturn: () => undefined });
    reader.readNotification(data);
    bugs = 1;
  });

  test('if it is about an end, the call is checked soon after the next answer', () => {
    expect(() => reader.readNotification(released)).toThrow('a bug');
    reader.readCallList({ calls: [], isComplete: true });
    expect(book.isInDoubt()).toBe(true);
    reader.readCallList({ calls: [], isComplete: true });
    expect(book.isInDoubt()).toBe(false);
    expect(recorder.calls()).toEqual([]);
  });

  test('if it is about an answer, that is not one of the two in a row without a call', () => {
    expect(reader.readCallList({ calls: [], isComplete: true })).toEqual({
      code: 'internal',
      vendor: 'genesys',
    });
    expect(book.isInDoubt()).toBe(false);
    reader.readCallList({ calls: [], isComplete: true });
    expect(book.isInDoubt()).toBe(true);
    expect(recorder.calls()).toHaveLength(1);
  });
});
