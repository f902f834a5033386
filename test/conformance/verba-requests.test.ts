import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../simulator/types';
import { readTables } from '../support/markdown-table';
import { callTime, lookUpRecording, setUpVerba } from '../support/verba-harness';
import { setUpTimeZone } from '../support/time-zone';

const ROWS = await readTables('docs/conformance/verba.md');
const KEYS = { callUuid: 'uuid-1' };
const EXTENSION_KEYS = { agentExtension: '8856' };
const BY_EXTENSION = { match: { by: 'extension', from: 'agentExtension' } } as const;

type IdSelector = 'callID' | 'platformCallID' | 'nativeID' | 'meetingID';

/** The requests, and the expected values of parameters in addition to those in the table. */
interface Sent {
  readonly requests: readonly JournalEntry[];
  readonly values: Readonly<Record<string, unknown>>;
}

const { simulate, simulateOne } = setUpVerba();
// The zone of the simulator's times.
setUpTimeZone('UTC');

/** How to perform each row's action, by operation. */
const ACTIONS: Readonly<Record<string, () => Promise<Sent>>> = {
  RequestToken: async () => {
    const { port, recorder, simulator } = await simulate();
    port.start();
    await recorder.untilConnection('connected');
    return { requests: simulator.requests(), values: {} };
  },
  'GetCallID, by nativeID': async () => {
    const { port, recorder, simulator } = await simulate({ login: undefined, password: undefined });
    port.start();
    await recorder.untilConnection('signed-out');
    const nobody = '00000000-0000-0000-0000-000000000000';
    return { requests: simulator.requests(), values: { nativeID: nobody } };
  },
  'GetCallInformation, by callID': async () => {
    const { port, simulator } = await simulateOne(true);
    expect(await port.fetch('id-1')).toMatchObject({ ok: true });
    return { requests: simulator.requests(), values: { callID: 'id-1' } };
  },
  'GetCallInformation, by platformCallID': () => lookUpBy('platformCallID'),
  'GetCallInformation, by nativeID': () => lookUpBy('nativeID'),
  'GetCallInformation, by meetingID': () => lookUpBy('meetingID'),
  'GetCallInformation, by extension': async () => {
    const { port, simulator } = await simulateOne(false, BY_EXTENSION);
    await lookUpRecording(port, EXTENSION_KEYS);
    const values = { extension: '8856', status: 'ongoing,last' };
    return { requests: simulator.requests(), values };
  },
  'SearchCalls, of calls in progress': searchForTwo,
  'SearchCalls, of recorded calls': searchForTwo,
  'DeleteCall, by callID': () => perform('delete-call', true),
  'DeleteCall, by platformCallID': () => deleteOnlyOne('platformCallID'),
  'DeleteCall, by nativeID': () => deleteOnlyOne('nativeID'),
  'DeleteCall, by meetingID': () => deleteOnlyOne('meetingID'),
  'DeleteCall, by extension': async () => {
    const { port, simulator } = await simulateOne(true, BY_EXTENSION);
    const seen = { caller: '1', called: '8856', startTime: '', isOngoing: false, operations: [] };
    expect(await port.perform('delete-call', EXTENSION_KEYS, seen, false)).toMatchObject({
      kind: 'done',
    });
    const values = { extension: '8856', status: 'ongoing,last' };
    return { requests: simulator.requests(), values };
  },
  'KeepCall, by callID': () => perform('keep-recording'),
  'KeepCall, unmarking by callID': () => perform('unkeep-recording'),
  'MuteRecording, of both channels by callID': () => perform('pause-recorder'),
  'MuteRecording, of no channel by callID': () => perform('resume-recorder'),
};

async function lookUpBy(by: IdSelector): Promise<Sent> {
  const { port, simulator } = await simulateOne(true, { match: { by, from: 'callUuid' } });
  await lookUpRecording(port, KEYS);
  return { requests: simulator.requests(), values: { [by]: 'uuid-1' } };
}

async function searchForTwo(): Promise<Sent> {
  const { port, simulator, clock } = await simulateOne(false, BY_EXTENSION);
  simulator.verba.add({ caller: '2', called: '8856' });
  const found = await port.lookUp(EXTENSION_KEYS, callTime(clock, 60_000));
  expect(found).toMatchObject({ ok: true, value: [{}, {}] });
  const period = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
  return {
    requests: simulator.requests(),
    values: {
      start: expect.stringMatching(period),
      end: expect.stringMatching(period),
      anynum: '8856',
      pagelen: '1000',
    },
  };
}

async function perform(
  operation: Parameters<Awaited<ReturnType<typeof simulateOne>>['port']['perform']>[0],
  isOneOfSeveral = false,
): Promise<Sent> {
  const { port, simulator } = await simulateOne(false);
  const seen = await lookUpRecording(port, KEYS);
  const answer = await port.perform(operation, KEYS, seen, isOneOfSeveral);
  expect(answer).toMatchObject({ kind: 'done' });
  return { requests: simulator.requests(), values: { callID: 'id-1' } };
}

async function deleteOnlyOne(by: IdSelector): Promise<Sent> {
  const { port, simulator } = await simulateOne(true, { match: { by, from: 'callUuid' } });
  const seen = await lookUpRecording(port, KEYS);
  expect(await port.perform('delete-call', KEYS, seen, false)).toMatchObject({
    kind: 'done',
  });
  return { requests: simulator.requests(), values: { [by]: 'uuid-1' } };
}

interface Parameter {
  readonly name: string;
  readonly value: string | undefined;
  readonly isOptional: boolean;
}

function readParameters(cell: string): Parameter[] {
  return cell.split(/,\s*/).map((text) => {
    const [word = '', value] = text.split('=');
    return { name: word.replace('?', ''), value, isOptional: word.endsWith('?') };
  });
}

/** The requests of the row's operation, which match the parameter values in the table. */
function findRequests(requests: readonly JournalEntry[], parameters: readonly Parameter[]) {
  return requests.filter(({ query }) =>
    parameters.every(({ name, value }) => value === undefined || query[name] === value),
  );
}

describe('Verba', () => {
  const sent = ROWS.filter(({ action }) => action !== '-');

  it.each(sent.map((row) => [row.operation ?? '', row] as const))('%s', async (operation, row) => {
    const { request, parameters = '' } = row;
    const action = ACTIONS[operation];
    if (action === undefined) throw new Error(`no action for "${operation}"`);
    const { requests, values } = await action();
    const known = readParameters(parameters);
    const found = findRequests(requests, known);
    expect(found).toHaveLength(1);
    const { method, path, query, body } = found[0]!;
    expect(`${method} ${path}`).toBe(request);
    expect(body).toBeUndefined();
    const names = Object.keys(query);
    expect(known.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    const needed = known.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(needed));
    for (const { name, value } of known) {
      if (query[name] === undefined) continue;
      expect({ [name]: query[name] }).toEqual({ [name]: value ?? valueOf(name, values) });
    }
  });

  it('has a row for each action here, and a reason for each operation that is not used', () => {
    expect(sent.map(({ operation = '' }) => operation).sort()).toEqual(Object.keys(ACTIONS).sort());
    const reasons = ROWS.filter(({ action }) => action === '-').map(({ notes }) => notes);
    expect(reasons).not.toContain('');
  });

  it('sends no request without a row', async () => {
    const actions = new Set(
      sent.map(({ parameters = '' }) => /^action=(\w+)/.exec(parameters)?.[1]),
    );
    for (const action of Object.values(ACTIONS)) {
      const { requests } = await action();
      for (const { operation } of requests) expect([...actions]).toContain(operation);
    }
  });
});

function valueOf(name: string, values: Readonly<Record<string, unknown>>): unknown {
  switch (name) {
    case 'apiKey':
    case 'token':
      return expect.stringMatching(/^[0-9a-f-]{36}$/);
    case 'responseType':
      return 'XML';
    default:
      return values[name];
  }
}
