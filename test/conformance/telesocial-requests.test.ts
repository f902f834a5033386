import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../simulator/types';
import { readTables } from '../support/markdown-table';
import { connectTelesocial, advanceUntil, simulateTelesocial } from '../support/telesocial-harness';

type Parameters = Readonly<Record<string, unknown>>;

interface Row {
  readonly operation: string;
  readonly method: string;
  /** Matches the paths of a row. The value of each `{…}` is in the group of its name. */
  readonly path: RegExp;
  readonly required: readonly string[];
  readonly allowed: readonly string[];
  /** Parameters with a fixed value. */
  readonly fixed: Parameters;
  readonly isSent: boolean;
  readonly notes: string;
}

const ROWS = (await readTables('docs/conformance/telesocial.md')).map(readRow);
const SENT = ROWS.filter(({ isSent }) => isSent);

function readRow({
  operation = '',
  request = '',
  parameters = '',
  action,
  notes = '',
}: Record<string, string>): Row {
  const [method = '', template = ''] = request.split(' ');
  const cells = parameters.split(/,\s*/).filter((cell) => cell !== '');
  const named = cells.map((cell) => {
    const [, name = '', mark, value] = /^(\w+)(\?)?(?:=(\w+))?$/.exec(cell) ?? [];
    return { name, isOptional: mark === '?', value };
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
  return { ...query, ...(method === 'POST' ? (body as Parameters) : {}) };
}

/** The row that matches a request. */
function rowOf(entry: JournalEntry): Row | undefined {
  const { action } = parametersOf(entry);
  return SENT.find(
    ({ method, path, fixed }) =>
      method === entry.method && path.test(entry.path) && fixed.action === action,
  );
}

/** A client whose profile has no media, and a TalkSpace that its agent has joined. */
async function openTalkSpace() {
  const { simulator } = await simulateTelesocial();
  const { baseUrl, appKey, greetings, recordings } = simulator.profile.telesocial;
  const parts = connectTelesocial({ baseUrl, appKey });
  const { port, recorder, clock } = parts;
  port.start();
  await recorder.untilConnection('connected');
  await port.startConference({});
  const callId = recorder.lastCall()!.id;
  const conferenceId = recorder.lastCall()!.reference;
  simulator.telesocial.join(conferenceId, 'eta');
  await advanceUntil(clock, () => recorder.roster().join() === 'eta');
  const [greetingId, recordingId] = [greetings[1]!.id, recordings[1]!.id];
  const ofEta = { callId, participantId: 'eta' };
  return { ...parts, simulator, appKey, callId, conferenceId, ofEta, greetingId, recordingId };
}

type Opened = Awaited<ReturnType<typeof openTalkSpace>>;

/** The expected requests of a row: the values of their parameters, and the IDs in their paths. */
interface Expected {
  readonly parameters: readonly Parameters[];
  readonly path: Readonly<Record<string, string>>;
}

/** How to perform each row's action, with all options and with none. */
const ACTIONS: Readonly<Record<string, (opened: Opened) => Promise<Expected>>> = {
  'Create TalkSpace': async ({ port, appKey, greetingId, recordingId }) => {
    await port.startConference({ greetingId, recordingId });
    const created = { appkey: appKey, networkid: 'eta' };
    return {
      parameters: [created, { ...created, greetingid: greetingId, recordingid: recordingId }],
      path: {},
    };
  },
  'Add a participant': async ({ port, appKey, callId, conferenceId, greetingId }) => {
    const kind = 'add-participant';
    await port.perform({ kind, callId, address: 'theta' });
    await port.perform({ kind, callId, address: '@lambda', isMuted: true, greetingId });
    const added = { appkey: appKey, action: 'add' };
    return {
      parameters: [
        { ...added, networkid: 'theta' },
        { ...added, networkid: '@lambda', muted: 'true', greetingid: greetingId },
      ],
      path: { conferenceid: conferenceId },
    };
  },
  'Close TalkSpace': async ({ port, appKey, callId, conferenceId }) => {
    await port.perform({ kind: 'close-talkspace', callId });
    return {
      parameters: [{ appkey: appKey, action: 'close' }],
      path: { conferenceid: conferenceId },
    };
  },
  'Hang up a participant': async (opened) => {
    await opened.port.perform({ kind: 'remove-participant', ...opened.ofEta });
    return expectOfEta(opened, { action: 'hangup' });
  },
  'Move a participant': async (opened) => {
    const { port, recorder, ofEta } = opened;
    await port.startConference({});
    const other = recorder.lastCall()!;
    await port.perform({ kind: 'move-participant', ...ofEta, toCallId: other.id });
    return expectOfEta(opened, { action: 'move', toconferenceid: other.reference });
  },
  'Mute a participant': async (opened) => {
    await opened.port.perform({ kind: 'mute-participant', ...opened.ofEta });
    return expectOfEta(opened, { action: 'mute' });
  },
  'Unmute a participant': async (opened) => {
    await opened.port.perform({ kind: 'unmute-participant', ...opened.ofEta });
    return expectOfEta(opened, { action: 'unmute' });
  },
  'List TalkSpaces': ({ appKey }) =>
    Promise.resolve({ parameters: [{ appkey: appKey, active: 'true' }], path: {} }),
  'TalkSpace details': ({ appKey, conferenceId }) =>
    Promise.resolve({ parameters: [{ appkey: appKey }], path: { conferenceid: conferenceId } }),
  'Media status': async ({ port, recorder, clock, simulator, appKey, recordingId }) => {
    const second = await port.startConference({ recordingId });
    simulator.telesocial.join(undefined, 'theta');
    const callId = second.kind === 'done' ? second.value.callId : '';
    await port.perform({ kind: 'close-talkspace', callId });
    const isReady = (): boolean =>
      recorder.events.some(
        (event) => event.kind === 'media-updated' && event.media.state === 'ready',
      );
    await advanceUntil(clock, isReady);
    return { parameters: [{ appkey: appKey }], path: { mediaid: recordingId } };
  },
};

function expectOfEta({ appKey, conferenceId }: Opened, parameters: Parameters): Expected {
  return {
    parameters: [{ appkey: appKey, ...parameters }],
    path: { conferenceid: conferenceId, networkid: 'eta' },
  };
}

describe('Telesocial', () => {
  it.each(SENT.map((row) => [row.operation, row] as const))('%s', async (operation, row) => {
    const action = ACTIONS[operation];
    if (action === undefined) throw new Error(`no action for "${operation}"`);
    const opened = await openTalkSpace();
    const expected = await action(opened);
    const requests = opened.simulator.requests();
    for (const entry of requests) {
      expect(rowOf(entry), `${entry.method} ${entry.path} has no row`).toBeDefined();
    }

    const sent = requests.filter((entry) => rowOf(entry) === row);
    // Fetches are repeated; a change is sent once per action.
    const isFetch = row.fixed.action === undefined && operation !== 'Create TalkSpace';
    const reported = isFetch ? sent.map(() => expected.parameters[0]) : expected.parameters;
    expect(sent.map(parametersOf)).toEqual(reported);
    expect(sent).not.toEqual([]);
    for (const entry of sent) {
      expect({ ...row.path.exec(entry.path)?.groups }).toEqual(expected.path);
      const parameters = parametersOf(entry);
      expect(row.allowed).toEqual(expect.arrayContaining(Object.keys(parameters)));
      expect(Object.keys(parameters)).toEqual(expect.arrayContaining([...row.required]));
    }
    const names = new Set(sent.flatMap((entry) => Object.keys(parametersOf(entry))));
    expect([...names].sort()).toEqual([...row.allowed].sort());
    for (const [name, value] of Object.entries(row.fixed)) {
      const values = sent.map((entry) => parametersOf(entry)[name] ?? value);
      expect(new Set(values)).toEqual(new Set([value]));
    }
  });

  it('has a row for each action here, and a reason for each operation that is not used', () => {
    expect(SENT.map(({ operation }) => operation).sort()).toEqual(Object.keys(ACTIONS).sort());
    expect(ROWS.filter(({ isSent, notes }) => !isSent && notes === '')).toEqual([]);
  });
});
