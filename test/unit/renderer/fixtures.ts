import type { Call, Participant } from '../../../contract/call-model';
import type { Command } from '../../../contract/commands';
import { listNames } from '../../../contract/locale/list-names';
import { lineTexts } from '../../../contract/locale/line-texts';
import { DEFAULT_PREFERENCES } from '../../../contract/preferences';
import type { Connection, Snapshot } from '../../../contract/snapshot';
import { LINES, VENDORS } from '../../support/lines';

/** All lines, without the ability to start a call. */
const QUIET_LINES = LINES.map((line) => ({ ...line, canDial: false, start: undefined }));

/** Everything that can be started with all vendors in the profile. */
export const OFFERS = { lines: LINES, hasHistory: true };

export function participant(fields: Partial<Participant> = {}): Participant {
  return {
    id: 'p1',
    name: 'Ada Lovelace',
    number: '+15550100142',
    presence: 'joined',
    isMuted: false,
    isHeld: false,
    actions: [],
    ...fields,
  };
}

export function telephoneCall(fields: Partial<Call> = {}): Call {
  const { line = 'genesys', participants = [participant()] } = fields;
  const names = participants.map(({ name }) => name);
  return {
    id: 'genesys:1',
    line: 'genesys',
    reference: '1',
    identity: { name: names.length > 0 ? listNames(names, 3) : lineTexts(line).title },
    state: 'established',
    isMuted: false,
    isHeld: false,
    participants: [participant()],
    startedAt: 0,
    actions: ['mute', 'hold', 'hang-up', 'delete-call'],
    ...fields,
  };
}

export function talkSpace(fields: Partial<Call> = {}): Call {
  return telephoneCall({
    id: 'talkspace:t-77',
    line: 'talkspace',
    reference: 't-77',
    participants: [participant({ id: 't1', name: 'theta' })],
    actions: ['close-talkspace'],
    ...fields,
  });
}

export function conference(fields: Partial<Call> = {}): Call {
  return telephoneCall({
    id: 'conference:c',
    line: 'conference',
    reference: 'conf-1',
    participants: [],
    activeMembers: 2,
    actions: [],
    ...fields,
  });
}

export function connection(fields: Partial<Connection> = {}): Connection {
  return { vendor: 'genesys', state: 'connected', since: 1_000, ...fields };
}

export function command(fields: Partial<Command> = {}): Command {
  return {
    id: 'c1',
    action: 'mute',
    callId: 'genesys:1',
    target: 'Ada Lovelace',
    outcome: 'sent',
    ...fields,
  };
}

/** All services connected, no call. */
export function snapshot(fields: Partial<Snapshot> = {}): Snapshot {
  return {
    revision: 1,
    agentName: 'Eta',
    hasProfile: true,
    lines: QUIET_LINES,
    connections: VENDORS.map((vendor) => connection({ vendor })),
    calls: [],
    waitingCallIds: [],
    missedCalls: [],
    lastCalls: [],
    hasRecorder: true,
    hasHistory: false,
    outcomes: [],
    preferences: DEFAULT_PREFERENCES,
    notices: [],
    commands: [],
    ...fields,
  };
}

/** A snapshot with these calls, the first one current. */
export function snapshotOf(calls: Call[], fields: Partial<Snapshot> = {}): Snapshot {
  const [current] = calls;
  return snapshot({
    calls,
    ...(current === undefined ? {} : { currentCallId: current.id }),
    ...fields,
  });
}
