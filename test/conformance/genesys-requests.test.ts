import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CallOperation, SimpleOperation } from '../../contract/call-operations';
import type { VendorCall } from '../../main/calls/call-events';
import { OPERATION_NAMES, REMOVE_OPERATION } from '../../main/vendors/genesys/operation-names';
import type { CallSpec } from '../../simulator/genesys/types';
import type { JournalEntry } from '../../simulator/simulator';
import { connectGenesys } from '../support/genesys-harness';
import type { GenesysHarness } from '../support/genesys-harness';
import { readTables } from '../support/markdown-table';

const TABLE = 'docs/conformance/genesys.md';
const DEVICE_ID = 'desk-phone';
const EXTERNAL_ORIGIN = 'https://gws.example.com';
const ANY: unknown = expect.any(String);

/** The request expected from an action. */
interface Expected {
  /** The value of `{id}`. */
  readonly id?: string;
  /** The values of the parameters, apart from the name of the operation. */
  readonly values?: Record<string, unknown>;
}

let harness: GenesysHarness;

const rows = await readTables(TABLE);
const sent = rows.filter(({ action }) => action !== '-');

/** The requests that the client sends by itself when it connects and disconnects, by operation. */
const BY_ITSELF: Record<string, Expected> = {
  'sign in': {},
  'fetch the calls': { values: { fields: '*' } },
  '/meta/handshake': {
    values: {
      channel: '/meta/handshake',
      id: ANY,
      version: '1.0',
      minimumVersion: '1.0',
      supportedConnectionTypes: ['long-polling'],
      advice: { timeout: 60_000, interval: 0 },
      ext: { ack: true },
    },
  },
  '/meta/subscribe': {
    values: {
      channel: '/meta/subscribe',
      id: ANY,
      clientId: ANY,
      subscription: '/v2/me/calls',
      ext: {},
    },
  },
  '/meta/connect': {
    values: {
      channel: '/meta/connect',
      id: ANY,
      clientId: ANY,
      connectionType: 'long-polling',
      advice: { timeout: 0 },
      ext: {},
    },
  },
  '/meta/disconnect': {
    values: { channel: '/meta/disconnect', id: ANY, clientId: ANY, ext: {} },
  },
  StartContactCenterSession: { values: { channels: ['voice'] } },
  EndContactCenterSession: {},
};

async function expectByItself(operation: string): Promise<Expected> {
  const expected = BY_ITSELF[operation];
  if (expected === undefined) throw new Error(`there is no expectation for ${operation}`);
  return Promise.resolve(expected);
}

/** How to perform each row's action, by name. Returns the expected request. */
const ACTIONS: Record<string, (operation: string) => Promise<Expected>> = {
  connecting: expectByItself,
  async quitting(operation) {
    await harness.telephony.stop();
    return expectByItself(operation);
  },
  async Dial(operation) {
    await harness.telephony.dial('+12125550142');
    return operation === 'Dial'
      ? { id: DEVICE_ID, values: { 'destination.phoneNumber': '+12125550142' } }
      : { values: { fields: '*' } };
  },
  Answer: simply('answer', { state: 'Ringing' }),
  Reject: simply('reject', { state: 'Ringing', isFromQueue: true }),
  Hold: simply('hold'),
  Resume: simply('retrieve', { state: 'Held' }),
  'Hang up': simply('hang-up'),
  'End for all': simply('clear'),
  Mute: simply('mute'),
  Unmute: simply('unmute', { isMuted: true }),
  Keypad: onCall((callId) => ({ kind: 'send-tones', callId, tones: '5*#' }), {
    digits: '5*#',
  }),
  'Add now': toSomebody('add-participant'),
  'Transfer now': toSomebody('transfer'),
  'Consult first, to add': toSomebody('consult-conference'),
  'Consult first, to transfer': toSomebody('consult-transfer'),
  'Merge calls': onConsultation('complete-conference'),
  'Transfer to NAME': onConsultation('complete-transfer'),
  async Swap() {
    const other = await have({ from: '15001', state: 'Held' });
    const call = await have({ from: '15002' });
    await perform({ kind: 'swap', callId: call.id, otherCallId: other.id });
    const otherCallUri = `${EXTERNAL_ORIGIN}/api/v2/me/calls/${other.reference}`;
    return { id: call.reference, values: { otherCallUri } };
  },
  'Remove, next to a name': onCall(
    (callId) => ({ kind: 'remove-participant', callId, participantId: '15002' }),
    { participant: '15002' },
    { others: [{ number: '15002' }], isOwner: true },
  ),
  'Add data': onCall((callId) => ({ kind: 'attach-data', callId, key: 'Topic', value: 'Shoes' }), {
    userData: { Topic: 'Shoes' },
  }),
  'Attach note and outcome': onCall(
    (callId) => ({
      kind: 'attach-wrap-up',
      callId,
      data: { SidetoneNote: 'Sent shoes', SidetoneOutcome: 'Resolved' },
    }),
    { userData: { SidetoneNote: 'Sent shoes', SidetoneOutcome: 'Resolved' } },
  ),
  'Change data': onCall(
    (callId) => ({ kind: 'update-data', callId, key: 'Topic', value: 'Hats' }),
    { userData: { Topic: 'Hats' } },
    { userData: { Topic: 'Shoes' } },
  ),
  'Delete, next to data': onCall(
    (callId) => ({ kind: 'delete-data', callId, key: 'Topic' }),
    { key: 'Topic' },
    { userData: { Topic: 'Shoes' } },
  ),
  'Delete all data': simply('delete-all-data', { userData: { Topic: 'Shoes' } }),
  'Start recording': onRecordedCall(['start-recording']),
  'Pause recording': onRecordedCall(['start-recording', 'pause-recording']),
  'Resume recording': onRecordedCall(['start-recording', 'pause-recording', 'resume-recording']),
  'Stop recording': onRecordedCall(['start-recording', 'stop-recording']),
};

/** An action on a call, by default an established call with one other party. */
function onCall(
  toOperation: (callId: string) => CallOperation,
  values: Record<string, unknown> = {},
  spec: Partial<CallSpec> = {},
): () => Promise<Expected> {
  return async () => {
    const call = await have(spec);
    await perform(toOperation(call.id));
    return { id: call.reference, values };
  };
}

function simply(kind: SimpleOperation, spec: Partial<CallSpec> = {}): () => Promise<Expected> {
  return onCall((callId) => ({ kind, callId }), {}, spec);
}

function toSomebody(
  kind: 'add-participant' | 'transfer' | 'consult-conference' | 'consult-transfer',
): () => Promise<Expected> {
  return onCall((callId) => ({ kind, callId, address: '15002' }), {
    'destination.phoneNumber': '15002',
  });
}

function onConsultation(
  kind: 'complete-conference' | 'complete-transfer',
): () => Promise<Expected> {
  return async () => {
    const { id: callId } = await have();
    const start = kind === 'complete-conference' ? 'consult-conference' : 'consult-transfer';
    await perform({ kind: start, callId, address: '15002' });
    const consultation = await harness.recorder.whenCall(({ parentCallId, actions }) => {
      return parentCallId === callId && actions.includes(kind);
    });
    await perform({ kind, callId: consultation.id, otherCallId: callId });
    return { id: consultation.reference };
  };
}

type RecordingKind = `${'start' | 'pause' | 'resume' | 'stop'}-recording`;

function onRecordedCall(kinds: readonly RecordingKind[]): () => Promise<Expected> {
  return async () => {
    const call = await have();
    for (const kind of kinds) {
      await harness.recorder.whenCall(({ actions }) => actions.includes(kind));
      await perform({ kind, callId: call.id });
    }
    return { id: call.reference };
  };
}

async function have(spec: Partial<CallSpec> = {}): Promise<VendorCall> {
  const { id } = harness.simulator.genesys.arrive({ from: '15001', state: 'Established', ...spec });
  return harness.recorder.whenCall(({ reference }) => reference === id);
}

async function perform(operation: CallOperation): Promise<void> {
  expect(await harness.telephony.perform(operation)).toMatchObject({ kind: 'done' });
}

/** The names of a row's parameters. Those with a question mark are optional. */
function parametersOf(row: Record<string, string>): { all: string[]; required: string[] } {
  const names = (row.parameters ?? '').split(',').map((name) => name.trim());
  return {
    all: names.map((name) => name.replace(/\?$/, '')),
    required: names.filter((name) => !name.endsWith('?')),
  };
}

const fieldsSchema = z.looseObject({ destination: z.record(z.string(), z.unknown()).optional() });

/** The parameters of a request, from the URL, the JSON body or the single Bayeux message. */
function sentBy({ query, body }: JournalEntry): Record<string, unknown> {
  const [fields] = [body ?? {}].flat();
  const { destination = {}, ...others } = fieldsSchema.parse(fields);
  const parts = Object.entries(destination).map(([name, value]): [string, unknown] => [
    `destination.${name}`,
    value,
  ]);
  return { ...query, ...others, ...Object.fromEntries(parts) };
}

describe('requests to Genesys match the vendor’s documentation', () => {
  afterEach(() => harness.stop());

  it.each(titled(sent))('%s', async (_title, row) => {
    const { operation = '', request = '', action = '' } = row;
    harness = await connectGenesys({
      genesys: {
        deviceId: DEVICE_ID,
        externalOrigin: EXTERNAL_ORIGIN,
        remoteAnswerDelay: 1,
      },
      profile: { session: 'own' },
    });
    const performAction = ACTIONS[action];
    if (performAction === undefined) throw new Error(`Unknown action ${action}`);
    const { id = '', values = {} } = await performAction(operation);

    const requests = harness.simulator
      .requests()
      .filter((entry) => [operation, request].includes(entry.operation));
    // Polls and fetches are repeated; commands are sent once.
    if (!['/meta/connect', 'fetch the calls'].includes(operation)) expect(requests).toHaveLength(1);
    const [first] = requests;
    expect(`${first?.method} ${first?.path}`).toBe(request.replace('{id}', id));

    const parameters = sentBy(first!);
    const { all, required } = parametersOf(row);
    expect(all).toEqual(expect.arrayContaining(Object.keys(parameters)));
    expect(Object.keys(parameters)).toEqual(expect.arrayContaining(required));
    const named = required.includes('operationName') ? { operationName: operation } : {};
    expect(parameters).toEqual({ ...named, ...values });
  });
});

describe('the table of requests', () => {
  it('has a row for every operation of the client', () => {
    const operations = [...OPERATION_NAMES.values(), REMOVE_OPERATION, 'Dial'];
    expect(sent.map(({ operation }) => operation)).toEqual(expect.arrayContaining(operations));
    expect(sent.map(({ action }) => action)).toEqual(expect.arrayContaining(Object.keys(ACTIONS)));
  });

  it.each(titled(rows.filter(({ action }) => action === '-')))(
    'gives a reason why an operation is not used: %s',
    (_title, { notes }) => {
      expect(notes).not.toBe('');
    },
  );
});

function titled(list: Record<string, string>[]): [string, Record<string, string>][] {
  return list.map((row) => [row.operation ?? '', row]);
}
