import { afterEach, describe, expect, test } from 'vitest';
import { connectGenesys, startGenesys } from '../../support/genesys-harness';
import type { GenesysHarness } from '../../support/genesys-harness';

const DEVICES = 'GET /api/v2/me/devices';
const CALLS = 'GET /api/v2/me/calls';

let harness: GenesysHarness;

afterEach(() => harness.stop());

/** Answers the next request of this kind as if the session had expired. */
function expireOn(operation: string): void {
  harness.simulator.setFaults([
    {
      match: { operation },
      times: 1,
      effect: {
        kind: 'status',
        status: 403,
        body: '{"statusCode":20,"statusMessage":"Access denied"}',
      },
    },
  ]);
}

function devices(list: unknown): void {
  harness.simulator.setFaults([
    {
      match: { operation: DEVICES },
      effect: {
        kind: 'status',
        status: 200,
        body: JSON.stringify({ statusCode: 0, devices: list }),
      },
    },
  ]);
}

test('a number is dialed on the agent’s device, and the call is answered', async () => {
  harness = await connectGenesys({ genesys: { remoteAnswerDelay: 1, deviceId: 'desk-phone' } });
  expect(harness.requestsFor(DEVICES)).toEqual([]);
  expect(await harness.telephony.dial('+12125550142')).toEqual({ kind: 'done', value: null });
  const call = await harness.recorder.whenCall(({ state }) => state === 'established');
  expect(call.participants).toMatchObject([{ address: '+12125550142' }]);
  const [request] = harness.requestsFor('Dial');
  expect(request?.path).toBe('/api/v2/me/devices/desk-phone/calls');
  expect(request?.body).toEqual({
    operationName: 'Dial',
    destination: { phoneNumber: '+12125550142' },
  });
});

test('the device is fetched once, and again after a new sign-in', async () => {
  harness = await connectGenesys();
  await harness.telephony.dial('15001');
  await harness.telephony.dial('15002');
  expect(harness.requestsFor(DEVICES)).toHaveLength(1);

  // Not by dialing, after whose refusal the device is fetched again anyway.
  expireOn(CALLS);
  harness.telephony.refresh();
  await harness.recorder.whenConnection('reconnecting');
  await harness.recorder.whenConnection('connected');
  expect(await harness.telephony.dial('15003')).toMatchObject({ kind: 'done' });
  expect(harness.requestsFor(DEVICES)).toHaveLength(2);
  expect(harness.requestsFor('Dial')).toHaveLength(3);
});

test('nothing is dialed in an expired session, and the sign-in is renewed', async () => {
  harness = await connectGenesys();
  await harness.telephony.dial('15001');
  expireOn('Dial');
  expect(await harness.telephony.dial('15002')).toMatchObject({
    kind: 'failed',
    error: { code: 'session-expired' },
  });
  await harness.recorder.whenConnection('reconnecting');
  await harness.recorder.whenConnection('connected');
  expect(await harness.telephony.dial('15003')).toMatchObject({ kind: 'done' });
});

test('a sign-in that expired before the device was fetched is renewed, and nothing is dialed', async () => {
  harness = await connectGenesys();
  expireOn(DEVICES);
  expect(await harness.telephony.dial('15001')).toMatchObject({
    kind: 'failed',
    error: { code: 'session-expired' },
  });
  await harness.recorder.whenConnection('reconnecting');
  await harness.recorder.whenConnection('connected');
  expect(harness.requestsFor('Dial')).toEqual([]);
});

test('a refusal is reported with the message from Genesys, and the device is fetched again for the next call', async () => {
  harness = await connectGenesys();
  await harness.telephony.dial('15001');
  harness.simulator.setFaults([
    {
      match: { operation: 'Dial' },
      times: 1,
      effect: {
        kind: 'status',
        status: 500,
        body: '{"statusCode":4,"statusMessage":"Device \'5001\' is not registered."}',
      },
    },
  ]);
  expect(await harness.telephony.dial('15002')).toEqual({
    kind: 'failed',
    error: { code: 'refused', vendor: 'genesys', detail: "Device '5001' is not registered." },
  });
  expect(await harness.telephony.dial('15002')).toMatchObject({ kind: 'done' });
  expect(harness.requestsFor(DEVICES)).toHaveLength(2);
});

test('after a lost answer the outcome is unknown, and the number is not dialed again', async () => {
  harness = await connectGenesys();
  harness.simulator.setFaults([
    { match: { operation: 'Dial' }, effect: { kind: 'cut', when: 'after' } },
  ]);
  expect(await harness.telephony.dial('15001')).toMatchObject({
    kind: 'unknown',
    error: { code: 'no-answer' },
  });
  await harness.recorder.whenCall(({ state }) => state === 'dialing');
  expect(harness.requestsFor('Dial')).toHaveLength(1);
});

test('nothing is dialed without a session', async () => {
  harness = await startGenesys();
  expect(await harness.telephony.dial('15001')).toEqual({
    kind: 'failed',
    error: { code: 'not-connected', vendor: 'genesys' },
  });
});

describe('choosing among several devices', () => {
  const voice = { deviceState: 'Active', channels: ['voice'] };

  test.each([
    [
      'the one with the agent’s number is used',
      [
        { ...voice, id: 'other', phoneNumber: '15999' },
        { ...voice, id: 'own', phoneNumber: '15000' },
      ],
      'own',
    ],
    [
      'otherwise the first one in service is used',
      [
        { ...voice, id: 'chat', channels: ['chat'] },
        { ...voice, id: 'off', deviceState: 'Inactive', phoneNumber: '15000' },
        { ...voice, id: 'on' },
      ],
      'on',
    ],
    ['one that is not in service is used if there is no other', [{ id: 'off' }], 'off'],
  ])('%s', async (_name, list, expected) => {
    harness = await connectGenesys();
    devices(list);
    await harness.telephony.dial('15001');
    expect(harness.requestsFor('Dial').map(({ path }) => path)).toEqual([
      `/api/v2/me/devices/${expected}/calls`,
    ]);
  });

  test.each([
    ['no telephone', [{ id: 'chat', channels: ['chat'] }], 'no-device', 'no-device'],
    ['a device without an id', [{ channels: ['voice'] }], 'malformed-answer', 'devices.0.id'],
  ])('with %s nothing is dialed, and the reason is reported', async (_name, list, code, detail) => {
    harness = await connectGenesys();
    devices(list);
    const answer = await harness.telephony.dial('15001');
    expect(answer).toMatchObject({ kind: 'failed', error: { code, vendor: 'genesys' } });
    expect(JSON.stringify(answer)).toContain(detail);
    expect(harness.requestsFor('Dial')).toEqual([]);
  });
});
