import { afterEach, describe, expect, test } from 'vitest';
import type { SimpleOperation } from '../../../contract/call-operations';
import { connectGenesys } from '../../support/genesys-harness';
import type { GenesysHarness } from '../../support/genesys-harness';

let harness: GenesysHarness;

afterEach(() => harness.stop());

function perform(kind: SimpleOperation, callId: string) {
  return harness.telephony.perform({ kind, callId });
}

/** A conference with two other participants that the agent owns. */
async function haveConference(): Promise<string> {
  const { id } = harness.simulator.genesys.arrive({
    from: '15001',
    others: [{ number: '15002' }],
    state: 'Established',
    isOwner: true,
  });
  return (await harness.recorder.whenCall(({ reference }) => reference === id)).id;
}

describe.each(['before', 'after'] as const)('with the notification %s the answer', (effect) => {
  test('every operation is accepted and shows on the call', async () => {
    harness = await connectGenesys({ genesys: { effect } });
    const { recorder } = harness;
    const callId = await haveConference();

    expect(await perform('mute', callId)).toMatchObject({ kind: 'done' });
    await recorder.whenCall(({ isMuted }) => isMuted);
    expect(await perform('unmute', callId)).toMatchObject({ kind: 'done' });
    await recorder.whenCall(({ isMuted }) => !isMuted);
    expect(await perform('hold', callId)).toMatchObject({ kind: 'done' });
    await recorder.whenCall(({ state, isHeld }) => state === 'held' && isHeld);
    expect(await perform('retrieve', callId)).toMatchObject({ kind: 'done' });
    const call = await recorder.whenCall(({ state }) => state === 'established');

    const [first] = call.participants;
    expect(first).toMatchObject({ name: '15001', actions: ['remove'] });
    const removal = { kind: 'remove-participant', callId, participantId: first!.id } as const;
    expect(await harness.telephony.perform(removal)).toMatchObject({ kind: 'done' });
    const left = await recorder.whenCall(({ participants }) => participants.length === 1);
    expect(left.participants).toMatchObject([{ name: '15002', actions: [] }]);

    expect(await perform('hang-up', callId)).toMatchObject({ kind: 'done' });
    await recorder.whenCall(({ state, actions }) => state === 'ended' && actions.length === 0);
  });
});

test('a removal is sent as documented by the vendor', async () => {
  harness = await connectGenesys();
  const callId = await haveConference();
  await harness.telephony.perform({
    kind: 'remove-participant',
    callId,
    participantId: '15001',
  });
  const [request] = harness.requestsFor('RemoveParticipantFromConference');
  expect(request?.path).toBe(`/api/v2/me/calls/${callId.replace('genesys:', '')}`);
  expect(request?.body).toEqual({
    operationName: 'RemoveParticipantFromConference',
    participant: '15001',
  });
});

test('an operation on a call or participant that is gone is refused without a request', async () => {
  harness = await connectGenesys();
  const callId = await haveConference();
  const before = harness.simulator.requests().length;
  expect(await perform('mute', 'genesys:none')).toMatchObject({
    kind: 'failed',
    error: { code: 'gone' },
  });
  expect(
    await harness.telephony.perform({ kind: 'remove-participant', callId, participantId: '1' }),
  ).toMatchObject({ kind: 'failed', error: { code: 'gone' } });
  expect(
    harness.simulator
      .requests()
      .slice(before)
      .filter(({ method }) => method === 'POST'),
  ).toEqual([]);
});

test('an agent who does not own the conference cannot remove anybody', async () => {
  harness = await connectGenesys();
  const { id } = harness.simulator.genesys.arrive({
    from: '15001',
    others: [{ number: '15002' }],
    state: 'Established',
  });
  const call = await harness.recorder.whenCall(({ reference }) => reference === id);
  expect(call.participants.map(({ actions }) => actions)).toEqual([[], []]);
});

test.each([
  [200, 6, 'gone'],
  [403, 5, 'forbidden'],
  [200, 3, 'not-allowed'],
  [200, 2, 'not-allowed'],
  [500, 4, 'refused'],
])(
  'HTTP %i with status code %i is reported as %s, with the message from Genesys',
  async (status, statusCode, code) => {
    harness = await connectGenesys();
    const callId = await haveConference();
    harness.simulator.setFaults([
      {
        match: { operation: 'Hold' },
        effect: {
          kind: 'status',
          status,
          body: JSON.stringify({ statusCode, statusMessage: 'Not this time.' }),
        },
      },
    ]);
    expect(await perform('hold', callId)).toEqual({
      kind: 'failed',
      error: { code, vendor: 'genesys', detail: 'Not this time.' },
    });
  },
);

test.each([
  ['cut', { kind: 'cut', when: 'after' }, 'no-answer'],
  ['a bad gateway', { kind: 'html-body', status: 502 }, 'vendor-unavailable'],
  ['a web page instead of an answer', { kind: 'html-body' }, 'malformed-answer'],
  ['garbage', { kind: 'garbage-body' }, 'malformed-answer'],
] as const)(
  'the outcome after %s is unknown, and the command is not sent twice',
  async (_name, effect, code) => {
    harness = await connectGenesys();
    const callId = await haveConference();
    harness.simulator.setFaults([{ match: { operation: 'Hold' }, effect }]);
    expect(await perform('hold', callId)).toMatchObject({ kind: 'unknown', error: { code } });
    expect(harness.requestsFor('Hold')).toHaveLength(1);
  },
);

test('a 404 that is not from Genesys does not mean that the call is gone', async () => {
  harness = await connectGenesys();
  const callId = await haveConference();
  harness.simulator.setFaults([
    { match: { operation: 'Hold' }, effect: { kind: 'html-body', status: 404 } },
  ]);
  expect(await perform('hold', callId)).toMatchObject({
    kind: 'failed',
    error: { code: 'wrong-address', detail: 'HTTP 404' },
  });
});

test('a command in an expired session is refused, and the sign-in is renewed', async () => {
  harness = await connectGenesys();
  const callId = await haveConference();
  harness.simulator.genesys.expireSession();
  expect(await perform('hold', callId)).toMatchObject({
    kind: 'failed',
    error: { code: 'session-expired' },
  });
  await harness.recorder.whenConnection('connected');
  expect(harness.requestsFor('Hold')).toHaveLength(1);
  expect(await perform('hold', callId)).toMatchObject({ kind: 'done' });
  await harness.recorder.whenCall(({ isHeld }) => isHeld);
});

test('a rejected token causes a new sign-in', async () => {
  harness = await connectGenesys();
  const callId = await haveConference();
  harness.simulator.setFaults([
    {
      match: { operation: 'Hold' },
      times: 1,
      effect: {
        kind: 'status',
        status: 403,
        contentType: 'text/plain',
        body: 'Missing or invalid Csrf token',
      },
    },
  ]);
  expect(await perform('hold', callId)).toMatchObject({
    kind: 'failed',
    error: { code: 'session-expired' },
  });
  await harness.recorder.whenConnection('reconnecting', 'session-expired');
  await harness.recorder.whenConnection('connected');
  expect(harness.requestsFor('GET /api/v2/me')).toHaveLength(2);
  expect(await perform('hold', callId)).toMatchObject({ kind: 'done' });
});

test('no token is sent without CSRF protection', async () => {
  harness = await connectGenesys({ genesys: { hasCsrf: false } });
  const callId = await haveConference();
  expect(await perform('hold', callId)).toMatchObject({ kind: 'done' });
  expect(harness.requestsFor('Hold')[0]?.headers).not.toHaveProperty('x-csrf-token');
});

test('a command is refused after stopping', async () => {
  harness = await connectGenesys();
  const callId = await haveConference();
  await harness.telephony.stop();
  expect(await perform('hold', callId)).toMatchObject({
    kind: 'failed',
    error: { code: 'not-connected' },
  });
});
