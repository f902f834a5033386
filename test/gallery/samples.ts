import type { Call, Participant } from '../../contract/call-model';
import type { Command } from '../../contract/commands';
import { DEFAULT_PREFERENCES } from '../../contract/preferences';
import type { Connection, LastCall, Snapshot } from '../../contract/snapshot';
import { LINES, VENDORS } from '../support/lines';

/** A time this many ms before the gallery was opened. */
const NOW = Date.now();
const MINUTE = 60_000;

export const PEOPLE = [
  'Ada Marsh',
  'Grace Okafor',
  'Linus Brandt',
  'Mei Tanaka',
  'Ravi Menon',
  'Sofia Álvarez',
  'Tomasz Nowak',
  'Yara Haddad',
  'Zoë de Wit',
  'Bjørn Aas',
] as const;

export function person(index: number, fields: Partial<Participant> = {}): Participant {
  const number = `15${String(index).padStart(3, '0')}`;
  return {
    id: `p${String(index)}`,
    name: PEOPLE[index] ?? number,
    number,
    address: number,
    presence: 'joined',
    isMuted: false,
    isHeld: false,
    joinedAt: NOW - (index + 1) * MINUTE,
    actions: ['remove'],
    ...fields,
  };
}

export function people(count: number): Participant[] {
  return Array.from({ length: count }, (_, index) => person(index));
}

export const CUSTOMER: Participant = {
  id: 'customer',
  name: 'Harriet Whitcombe',
  number: '(212) 555-0142',
  address: '+12125550142',
  presence: 'joined',
  isMuted: false,
  isHeld: false,
  actions: ['remove'],
};

/** A customer's call with everything that a telephone call can have. */
export function telephone(fields: Partial<Call> = {}): Call {
  return {
    id: 'genesys:1',
    line: 'genesys',
    reference: '0071023821aec012',
    identity: {
      name: 'Harriet Whitcombe',
      number: '(212) 555-0142',
      reason: 'Lost luggage, flight BA 117',
    },
    direction: 'inbound',
    state: 'established',
    isMuted: false,
    isHeld: false,
    participants: [CUSTOMER],
    attachedData: [
      { key: 'CustomerName', value: 'Harriet Whitcombe', isText: true },
      { key: 'Subject', value: 'Lost luggage, flight BA 117', isText: true },
      { key: 'Tier', value: 'Gold', isText: true },
      { key: 'Bookings', value: '["X7KQ2M","X7KQ2N"]', isText: false },
    ],
    lineRecording: 'recording',
    startedAt: NOW - 3 * MINUTE - 7_000,
    answeredAt: NOW - 3 * MINUTE,
    actions: [
      'mute',
      'hold',
      'hang-up',
      'clear',
      'add-participant',
      'transfer',
      'consult-transfer',
      'consult-conference',
      'send-tones',
      'attach-data',
      'update-data',
      'delete-data',
      'delete-all-data',
      'pause-recording',
      'stop-recording',
      'delete-call',
    ],
    ...fields,
  };
}

export function talkSpace(fields: Partial<Call> = {}): Call {
  return {
    id: 'talkspace:t-4711',
    line: 'talkspace',
    reference: 't-4711',
    identity: { name: 'Ravi Menon, Yara Haddad' },
    state: 'established',
    isMuted: false,
    isHeld: false,
    participants: [
      person(4, { actions: ['remove', 'mute'] }),
      person(7, { actions: ['remove', 'unmute'], isMuted: true }),
    ],
    startedAt: NOW - 12 * MINUTE,
    actions: ['add-participant', 'close-talkspace'],
    ...fields,
  };
}

export function conference(fields: Partial<Call> = {}): Call {
  const toggleHold = fields.isHeld === true ? 'retrieve' : 'hold';
  return {
    id: 'conference:c-1',
    line: 'conference',
    reference: 'conf-aab7d',
    identity: { name: 'Conference' },
    state: 'established',
    isMuted: false,
    isHeld: false,
    activeMembers: 2,
    participants: [
      person(2, { actions: ['remove', 'mute', 'hold', 'play'] }),
      person(3, { actions: ['remove', 'mute', 'retrieve', 'play'], isHeld: true }),
    ],
    startedAt: NOW - 25 * MINUTE,
    actions: ['mute', toggleHold, 'add-participant', 'play', 'stop-playing', 'complete-room'],
    ...fields,
  };
}

export function lastCall(index: number, fields: Partial<LastCall> = {}): LastCall {
  const { id, name, address } = person(index);
  const startedAt = NOW - (index + 1) * 37 * MINUTE;
  return {
    id: `last:${String(index)}`,
    line: 'genesys',
    reference: String(index),
    identity: { name },
    direction: index % 2 === 0 ? 'inbound' : 'outbound',
    participants: [{ id, name, ...(address !== undefined && { address }) }],
    participantCount: 1,
    address: index === 5 ? undefined : address,
    startedAt,
    endedAt: startedAt + 4 * MINUTE + 21_000,
    wasAnswered: index !== 5,
    canLookUpRecording: index !== 2,
    ...fields,
  };
}

export function connection(fields: Partial<Connection> = {}): Connection {
  return { vendor: 'genesys', state: 'connected', since: NOW - 90 * MINUTE, ...fields };
}

export function command(fields: Partial<Command> = {}): Command {
  return {
    id: 'command-1',
    action: 'hold',
    callId: 'genesys:1',
    target: 'Harriet Whitcombe',
    outcome: 'failed',
    ...fields,
  };
}

/** A snapshot with these calls, the first one current, and all services connected. */
export function desk(calls: readonly Call[], fields: Partial<Snapshot> = {}): Snapshot {
  const [current] = calls;
  return {
    revision: 1,
    agentName: 'Eta Lindqvist',
    hasProfile: true,
    lines: LINES,
    connections: VENDORS.map((vendor) => connection({ vendor })),
    calls: [...calls],
    ...(current !== undefined && { currentCallId: current.id }),
    waitingCallIds: [],
    missedCalls: [],
    lastCalls: [lastCall(0), lastCall(1), lastCall(2), lastCall(5)],
    hasRecorder: true,
    hasHistory: true,
    preferences: { ...DEFAULT_PREFERENCES, ringSound: true },
    outcomes: ['Resolved', 'Follow-up needed', 'Wrong number'],
    notices: [],
    commands: [],
    ...fields,
  };
}
