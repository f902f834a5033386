import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../simulator/simulator';
import { simulateConference } from '../support/conference-harness';
import type { RoomOperation, SimulatedConference } from '../support/conference-harness';
import { readTables } from '../support/markdown-table';

type Parameters = Readonly<Record<string, unknown>>;

interface Row {
  readonly operation: string;
  readonly method: string;
  /** Matches the paths of a row. The value of each `{…}` is in the group of its name. */
  readonly path: RegExp;
  readonly required: readonly string[];
  readonly allowed: readonly string[];
  /** Parameters with a fixed value, as written in the table. */
  readonly fixed: Readonly<Record<string, string>>;
  readonly isSent: boolean;
  readonly notes: string;
}

const ROWS = (await readTables('docs/conformance/bandwidth.md')).map(readRow);
const SENT = ROWS.filter(({ isSent }) => isSent);

function readRow(cells: Record<string, string>): Row {
  const { operation = '', request = '', parameters = '', action = '', notes = '' } = cells;
  const [method = '', template = ''] = request.split(' ');
  const named = parameters
    .split(/,\s*/)
    .filter((parameter) => parameter !== '')
    .map((parameter) => {
      const [, name = '', mark, value] = /^(\w+)(\?)?(?:=(.+))?$/.exec(parameter) ?? [];
      if (name === '') throw new Error(`${operation}: "${parameter}" is not a parameter`);
      return { name, isOptional: mark === '?', value: value?.replace('""', '') };
    });
  return {
    operation,
    method,
    path: new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    required: named.filter(({ isOptional }) => !isOptional).map(({ name }) => name),
    allowed: named.map(({ name }) => name),
    fixed: Object.fromEntries(
      named.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
    ),
    isSent: action !== '-',
    notes,
  };
}

function parametersOf({ method, query, body }: JournalEntry): Parameters {
  return method === 'POST' && typeof body === 'object' ? { ...query, ...body } : query;
}

/** The row that matches a request. If two match, the more specific one. */
function rowOf(entry: JournalEntry): Row | undefined {
  const parameters = parametersOf(entry);
  return SENT.filter(
    ({ method, path, required, fixed }) =>
      method === entry.method &&
      path.test(entry.path) &&
      required.every((name) => name in parameters) &&
      Object.entries(fixed).every(([name, value]) => String(parameters[name]) === value),
  ).sort((one, other) => Object.keys(other.fixed).length - Object.keys(one.fixed).length)[0];
}

const HOST = '+19195550100';
const MEMBER = '+15551230001';
const INVITED = '+15551230002';
const SENTENCE = { kind: 'sentence', sentence: 'Please wait' } as const;
const FILE = { kind: 'file', url: 'https://media.example/greeting.mp3' } as const;

interface Opened extends SimulatedConference {
  readonly conferenceId: string;
  readonly memberId: string;
}

/** The expected requests of a row: the values of their parameters, and the IDs in their paths. */
interface Expected {
  readonly parameters: readonly Parameters[];
  readonly path?: Readonly<Record<string, string>>;
}

type Action = (opened: Opened) => Promise<Expected>;

function onRoom(operation: RoomOperation, parameters: Parameters): Action {
  return async ({ perform, conferenceId }) => {
    await perform(operation);
    return { parameters: [parameters], path: { conferenceId } };
  };
}

function onMember(
  kind:
    | 'remove-participant'
    | 'mute-participant'
    | 'unmute-participant'
    | 'hold-participant'
    | 'retrieve-participant',
  parameters: Parameters,
): Action {
  return async ({ perform, conferenceId, memberId }) => {
    await perform({ kind, participantId: memberId });
    return { parameters: [parameters], path: { conferenceId, memberId } };
  };
}

function playingToRoom(audio: typeof SENTENCE | typeof FILE, isStopped: boolean): Action {
  return async ({ perform, conferenceId }) => {
    await perform({ kind: 'play', audio });
    if (isStopped) await perform({ kind: 'stop-playing' });
    return { parameters: [contentOf(audio, isStopped)], path: { conferenceId } };
  };
}

function playingToMember(audio: typeof SENTENCE | typeof FILE, isStopped: boolean): Action {
  return async ({ perform, conferenceId, memberId }) => {
    await perform({ kind: 'play-participant', participantId: memberId, audio });
    if (isStopped) await perform({ kind: 'stop-playing-participant', participantId: memberId });
    return { parameters: [contentOf(audio, isStopped)], path: { conferenceId, memberId } };
  };
}

function contentOf(audio: typeof SENTENCE | typeof FILE, isStopped: boolean): Parameters {
  if (audio.kind === 'sentence') return { sentence: isStopped ? '' : audio.sentence };
  return { fileUrl: isStopped ? '' : audio.url };
}

/** Adds a person, who answers or not. Returns the ID of their call. */
async function invite(opened: Opened, isMuted: boolean, isAnswering: boolean): Promise<string> {
  const { port, call, recorder, simulator, driveUntil, drive } = opened;
  const adding = port.perform({
    kind: 'add-participant',
    callId: call().id,
    address: INVITED,
    isMuted,
  });
  await driveUntil(() => recorder.roster().includes(`(${INVITED})`));
  const callId = simulator.bandwidth.calls().at(-1)!.id;
  if (!isAnswering) return callId;
  simulator.bandwidth.answerCall(callId);
  await drive(adding);
  await driveUntil(() => !recorder.roster().includes(`(${INVITED})`));
  return callId;
}

/** How to perform each row's action, by operation. */
const ACTIONS: Readonly<Record<string, Action>> = {
  'Create conference': async ({ port, drive }) => {
    await drive(port.startConference({ from: HOST }));
    return { parameters: [{ from: HOST }] };
  },
  'Fetch conference': ({ conferenceId }) =>
    Promise.resolve({ parameters: [{}], path: { conferenceId } }),
  'Hold conference': onRoom({ kind: 'hold' }, { hold: true }),
  'Retrieve conference': onRoom({ kind: 'retrieve' }, { hold: false }),
  'Mute conference': onRoom({ kind: 'mute' }, { mute: true }),
  'Unmute conference': onRoom({ kind: 'unmute' }, { mute: false }),
  'Complete conference': onRoom({ kind: 'complete-room' }, { state: 'completed' }),
  'Add member': async (opened) => {
    const first = await invite(opened, false, true);
    const second = await invite(opened, true, true);
    return {
      parameters: [{ callId: first }, { callId: second, mute: true }],
      path: { conferenceId: opened.conferenceId },
    };
  },
  'List members': ({ conferenceId }) =>
    Promise.resolve({ parameters: [{}], path: { conferenceId } }),
  'Remove member': onMember('remove-participant', { state: 'completed' }),
  'Mute member': onMember('mute-participant', { mute: true }),
  'Unmute member': onMember('unmute-participant', { mute: false }),
  'Hold member': onMember('hold-participant', { hold: true }),
  'Retrieve member': onMember('retrieve-participant', { hold: false }),
  'Speak sentence to conference': playingToRoom(SENTENCE, false),
  'Stop sentence in conference': playingToRoom(SENTENCE, true),
  'Play file to conference': playingToRoom(FILE, false),
  'Stop file in conference': playingToRoom(FILE, true),
  'Speak sentence to member': playingToMember(SENTENCE, false),
  'Stop sentence to member': playingToMember(SENTENCE, true),
  'Play file to member': playingToMember(FILE, false),
  'Stop file to member': playingToMember(FILE, true),
  'Create call': async (opened) => {
    await invite(opened, false, false);
    const { conferenceId } = opened;
    return { parameters: [{ from: HOST, to: INVITED, conferenceId }] };
  },
  'Fetch call': ({ simulator }) => {
    const [call] = simulator.bandwidth.calls();
    return Promise.resolve({ parameters: [{}], path: { callId: call!.id } });
  },
  'List calls': async (opened) => {
    const { simulator, conferenceId } = opened;
    const match = { operation: 'create calls' };
    simulator.setFaults([{ match, times: 1, effect: { kind: 'cut', when: 'after' } }]);
    await invite(opened, false, false);
    return { parameters: [{ conferenceId }] };
  },
  'Hang up call': async (opened) => {
    const callId = await invite(opened, false, false);
    await opened.perform({ kind: 'remove-participant', participantId: `call:${callId}` });
    return { parameters: [{ state: 'completed' }], path: { callId } };
  },
};

async function open(): Promise<Opened> {
  const room = await simulateConference({ members: [MEMBER] });
  const { conferenceId } = room.simulator.profile.bandwidth;
  return { ...room, conferenceId, memberId: room.call().participants[0]!.id };
}

describe('Bandwidth', () => {
  it.each(SENT.map((row) => [row.operation, row] as const))('%s', async (operation, row) => {
    const action = ACTIONS[operation];
    if (action === undefined) throw new Error(`no action for "${operation}"`);
    const opened = await open();
    const { parameters, path } = await action(opened);
    const requests = opened.simulator.requests();
    for (const entry of requests) {
      const found = rowOf(entry);
      expect(found, `${entry.method} ${entry.path} has no row`).toBeDefined();
      expect(found?.allowed).toEqual(expect.arrayContaining(Object.keys(parametersOf(entry))));
    }

    const sent = requests.filter((entry) => rowOf(entry) === row);
    expect(sent).not.toEqual([]);
    // Fetches are repeated; a change is sent once per action.
    const expected = row.method === 'GET' ? sent.map(() => parameters[0]) : parameters;
    expect(sent.map(parametersOf)).toEqual(expected);
    const { userId } = opened.simulator.profile.bandwidth;
    for (const entry of sent) {
      expect({ ...row.path.exec(entry.path)?.groups }).toEqual({ userId, ...path });
      expect(entry.headers).toMatchObject({
        authorization: 'present',
        ...(row.method === 'POST' && { 'content-type': 'application/json' }),
      });
    }
  });

  it('has a row for each action here, and a reason for each operation that is not used', () => {
    expect(SENT.map(({ operation }) => operation).sort()).toEqual(Object.keys(ACTIONS).sort());
    expect(ROWS.filter(({ isSent, notes }) => !isSent && notes === '')).toEqual([]);
    expect(new Set(ROWS.map(({ operation }) => operation)).size).toBe(ROWS.length);
  });
});
