import { afterEach, expect, test } from 'vitest';
import { createCallStore } from '../../../main/calls/store';
import type { HttpClient } from '../../../main/http/http-client';
import { createHttpClient } from '../../../main/http/undici-client';
import { connectGenesys, startGenesys } from '../../support/genesys-harness';
import type { GenesysHarness } from '../../support/genesys-harness';
import { createManualClock } from '../../support/manual-clock';
import { createMemoryLogger } from '../../support/memory-logger';

let harness: GenesysHarness;

afterEach(() => harness.stop());

test('is connected only after it has signed in, subscribed and fetched the current calls', async () => {
  harness = await startGenesys();
  const { id } = harness.simulator.genesys.arrive({ from: '15001' });
  harness.telephony.start();
  await harness.recorder.whenConnection('connected');
  expect(harness.recorder.connections.map(({ state }) => state)).toEqual([
    'connecting',
    'connected',
  ]);
  expect(harness.recorder.calls()).toMatchObject([{ id: `genesys:${id}`, state: 'ringing' }]);
  const operations = harness.simulator.requests().map(({ operation }) => operation);
  expect(operations.indexOf('/meta/subscribe')).toBeLessThan(
    operations.indexOf('GET /api/v2/me/calls'),
  );
  expect(operations).not.toContain('StartContactCenterSession');
});

test('sends the credentials once and the token with every POST', async () => {
  harness = await connectGenesys();
  const requests = harness.simulator.requests();
  expect(requests.filter(({ headers }) => 'authorization' in headers)).toHaveLength(1);
  const posts = requests.filter(({ method }) => method === 'POST');
  expect(posts.length).toBeGreaterThan(2);
  for (const { headers } of posts) expect(headers).toHaveProperty('x-csrf-token');
  expect(harness.logger.text()).not.toContain(harness.simulator.profile.genesys.password);
});

test('sends nothing but one long poll while idle', async () => {
  harness = await startGenesys();
  const held = harness
    .whenRequested('/meta/connect')
    .then(() => harness.whenRequested('/meta/connect'));
  harness.telephony.start();
  await Promise.all([held, harness.recorder.whenConnection('connected')]);
  expect(harness.requestsFor('/meta/connect').filter(({ answered }) => !answered)).toHaveLength(1);
  expect(harness.simulator.requests().filter(({ answered }) => !answered)).toHaveLength(1);
});

test('its own contact-center session is started after subscribing, and ended last of all', async () => {
  harness = await connectGenesys({ profile: { session: 'own' } });
  harness.simulator.genesys.loseBayeuxSession();
  await harness.recorder.whenConnection('reconnecting');
  await harness.recorder.whenConnection('connected');
  await harness.telephony.stop();
  const operations = harness.simulator.requests().map(({ operation }) => operation);
  expect(operations.indexOf('StartContactCenterSession')).toBeGreaterThan(
    operations.indexOf('/meta/subscribe'),
  );
  expect(operations.filter((operation) => operation === 'StartContactCenterSession')).toHaveLength(
    1,
  );
  expect(operations.at(-1)).toBe('EndContactCenterSession');
});

test.each([
  ['is not started again while it is still there', 'NotReady', 1],
  ['is started again if the agent was logged out meanwhile', 'LoggedOut', 2],
])('after a new sign-in, its own contact-center session %s', async (_case, state, times) => {
  harness = await connectGenesys({ profile: { session: 'own' }, genesys: { timeout: 200 } });
  const devices = [{ id: 'd-1', deviceState: 'Active', channels: ['voice'], userState: { state } }];
  const body = JSON.stringify({ statusCode: 0, devices });
  harness.simulator.setFaults([
    {
      match: { operation: 'GET /api/v2/me/devices' },
      effect: { kind: 'status', status: 200, body },
    },
  ]);
  harness.simulator.genesys.expireSession();
  await harness.recorder.whenConnection('reconnecting', 'session-expired');
  await harness.recorder.whenConnection('connected');
  expect(harness.requestsFor('StartContactCenterSession')).toHaveLength(times);
  await harness.telephony.stop();
  expect(harness.requestsFor('EndContactCenterSession')).toHaveLength(1);
});

test('its own contact-center session is also ended if the app quits before it is connected again', async () => {
  harness = await connectGenesys({ profile: { session: 'own' }, genesys: { timeout: 200 } });
  harness.simulator.setFaults([
    { match: { operation: '/meta/handshake' }, effect: { kind: 'delay', milliseconds: 60_000 } },
  ]);
  const signedIn = harness.whenRequested('/meta/handshake');
  harness.simulator.genesys.expireSession();
  await signedIn;
  await harness.telephony.stop();
  expect(harness.requestsFor('EndContactCenterSession')).toHaveLength(1);
});

test.each([
  [4, 'No default place.', 'refused'],
  [3, 'Not for this user.', 'forbidden'],
] as const)(
  'a contact-center session that fails to start with %i is reported, and the calls are shown',
  async (statusCode, statusMessage, code) => {
    harness = await startGenesys({ profile: { session: 'own' } });
    harness.simulator.setFaults([
      {
        match: { operation: 'StartContactCenterSession' },
        effect: {
          kind: 'status',
          status: 500,
          body: JSON.stringify({ statusCode, statusMessage }),
        },
      },
    ]);
    harness.telephony.start();
    const { reason } = await harness.recorder.whenConnection('connected', code);
    expect(reason?.detail).toBe(statusMessage);
    // It may be another desktop's.
    await harness.telephony.stop();
    expect(harness.requestsFor('EndContactCenterSession')).toEqual([]);
  },
);

test('a contact-center session that failed to start is started when the agent tries again', async () => {
  harness = await startGenesys({ profile: { session: 'own' } });
  const body = JSON.stringify({ statusCode: 4, statusMessage: 'No default place.' });
  harness.simulator.setFaults([
    {
      match: { operation: 'StartContactCenterSession' },
      times: 1,
      effect: { kind: 'status', status: 500, body },
    },
  ]);
  harness.telephony.start();
  await harness.recorder.whenConnection('connected', 'refused');
  const started = harness.whenRequested('StartContactCenterSession');
  harness.telephony.retry();
  await started;
  await harness.recorder.when(
    () => harness.recorder.connections.at(-1)?.reason === undefined || undefined,
  );
  await harness.telephony.stop();
  expect(harness.requestsFor('StartContactCenterSession')).toHaveLength(2);
  expect(harness.requestsFor('EndContactCenterSession')).toHaveLength(1);
});

test('a contact-center session that may have started is ended', async () => {
  harness = await startGenesys({ profile: { session: 'own' } });
  harness.simulator.setFaults([
    {
      match: { operation: 'StartContactCenterSession' },
      times: 1,
      effect: { kind: 'cut', when: 'after' },
    },
  ]);
  harness.telephony.start();
  await harness.recorder.whenConnection('connected', 'no-answer');
  await harness.telephony.stop();
  expect(harness.requestsFor('EndContactCenterSession')).toHaveLength(1);
});

test('a wrong password is reported and not tried again until the agent retries', async () => {
  harness = await startGenesys({ profile: { password: 'wrong' } });
  harness.telephony.start();
  await harness.recorder.whenConnection('signed-out', 'wrong-credentials');
  harness.telephony.refresh();
  expect(harness.simulator.requests()).toHaveLength(1);
  harness.telephony.retry();
  await harness.recorder.whenConnection('connecting');
  await harness.recorder.whenConnection('signed-out', 'wrong-credentials');
  expect(harness.simulator.requests()).toHaveLength(2);
});

test('a service that cannot be reached at the start is reported with the reason, and retried', async () => {
  harness = await startGenesys();
  harness.simulator.setFaults([
    { match: { path: '/api/v2/me' }, times: 1, effect: { kind: 'html-body', status: 503 } },
  ]);
  harness.telephony.start();
  await harness.recorder.whenConnection('error', 'vendor-unavailable');
  await harness.recorder.whenConnection('connected');
});

test('a fetch makes up for notifications lost with a poll that was cut off', async () => {
  harness = await connectGenesys();
  const { genesys } = harness.simulator;
  const faulty = harness.whenRequested('/meta/connect');
  harness.simulator.setFaults([
    { match: { operation: '/meta/connect' }, times: 1, effect: { kind: 'cut', when: 'after' } },
  ]);
  const { id } = genesys.arrive({ from: '15001' });
  await faulty;
  genesys.answer(id);
  await harness.recorder.whenConnection('reconnecting', 'no-answer');
  await harness.recorder.whenCall(({ state }) => state === 'established');
  await harness.recorder.whenConnection('connected');
  expect(harness.requestsFor('/meta/handshake')).toHaveLength(1);
});

test('after sleep the poll is renewed in the same session, and missed changes are fetched', async () => {
  harness = await connectGenesys();
  const { genesys } = harness.simulator;
  harness.simulator.setFaults([
    { match: { vendor: 'genesys' }, times: 1, effect: { kind: 'lost-notification' } },
  ]);
  const { id } = genesys.arrive({ from: '15001' });
  const renewed = harness.whenRequested('/meta/connect');
  harness.telephony.renew();
  await renewed;
  await harness.recorder.whenCall((call) => call.id === `genesys:${id}`);
  await harness.recorder.whenConnection('connected');
  expect(harness.requestsFor('/meta/handshake')).toHaveLength(1);
});

test.each([
  ['html', { kind: 'html-body' }],
  ['garbage', { kind: 'garbage-body' }],
  ['half an answer', { kind: 'truncated-body' }],
  ['nothing', { kind: 'status', status: 200 }],
  ['messages on another channel', { kind: 'status', status: 200, body: '[{"channel":"/other"}]' }],
] as const)('a poll that is answered with %s has failed', async (_name, effect) => {
  harness = await startGenesys();
  harness.simulator.setFaults([{ match: { operation: '/meta/connect' }, times: 1, effect }]);
  harness.telephony.start();
  await harness.recorder.whenConnection('error', 'malformed-answer');
  await harness.recorder.whenConnection('connected');
  expect(harness.requestsFor('/meta/handshake')).toHaveLength(1);
});

test('a lost session is replaced, and the calls are fetched', async () => {
  harness = await connectGenesys();
  harness.simulator.genesys.loseBayeuxSession();
  const { id } = harness.simulator.genesys.arrive({ from: '15001' });
  await harness.recorder.whenConnection('reconnecting', 'session-expired');
  await harness.recorder.whenConnection('connected');
  expect(harness.recorder.calls()).toMatchObject([{ reference: id }]);
  expect(harness.requestsFor('/meta/handshake')).toHaveLength(2);
  expect(harness.requestsFor('GET /api/v2/me')).toHaveLength(1);
});

test('an expired sign-in is renewed once, with a new token', async () => {
  harness = await connectGenesys({ genesys: { timeout: 200 } });
  const before = harness.requestsFor('/meta/connect').length;
  harness.simulator.genesys.expireSession();
  await harness.recorder.whenConnection('reconnecting', 'session-expired');
  await harness.recorder.whenConnection('connected');
  expect(harness.requestsFor('GET /api/v2/me')).toHaveLength(2);
  expect(harness.requestsFor('/meta/handshake')).toHaveLength(2);
  const { id } = harness.simulator.genesys.arrive({ from: '15001' });
  await harness.recorder.whenCall(({ reference }) => reference === id);
  expect(harness.requestsFor('/meta/connect').length).toBeGreaterThan(before);
});

test.each(['duplicate-notification', 'out-of-order-notification'] as const)(
  'a call that has ended stays so: %s',
  async (kind) => {
    harness = await connectGenesys();
    const { genesys } = harness.simulator;
    const { id } = genesys.arrive({ from: '15001' });
    await harness.recorder.whenCall(({ reference }) => reference === id);
    harness.simulator.setFaults([{ match: { path: '/v2/me/calls' }, times: 1, effect: { kind } }]);
    genesys.answer(id);
    genesys.release(id);
    const later = genesys.arrive({ from: '15002' });
    await harness.recorder.whenCall(({ reference }) => reference === later.id);
    const store = createCallStore(createManualClock());
    for (const event of harness.recorder.events) store.apply(event);
    const { known } = store.getState().calls;
    expect([...known.values()].map(({ reference, state }) => [reference, state])).toEqual([
      [id, 'ended'],
      [later.id, 'ringing'],
    ]);
  },
);

test('a refresh makes up for notifications that were lost unnoticed', async () => {
  const clock = createManualClock();
  harness = await startGenesys({ clock });
  harness.telephony.start();
  await clock.fireNext();
  await harness.recorder.whenConnection('connected');
  // No time passes from here on, so nothing is fetched by itself.
  harness.simulator.setFaults([
    { match: { path: '/v2/me/calls' }, times: 1, effect: { kind: 'lost-notification' } },
  ]);
  const { id } = harness.simulator.genesys.arrive({ from: '15001' });
  harness.telephony.refresh();
  const call = await harness.recorder.whenCall(({ reference }) => reference === id);
  expect(call.state).toBe('ringing');
});

test('acknowledged delivery is used if the server supports it', async () => {
  harness = await connectGenesys({ genesys: { hasAcknowledgement: true } });
  const { id } = harness.simulator.genesys.arrive({ from: '15001' });
  await harness.recorder.whenCall(({ reference }) => reference === id);
  const poll = await harness.whenRequested('/meta/connect');
  expect(JSON.stringify(poll.body)).toMatch(/"ack":\d/);
});

test('a second client of the same agent causes a warning, not a failure, as long as it is there', async () => {
  harness = await startGenesys();
  // The third message of the session is its first poll.
  const body = JSON.stringify([
    {
      channel: '/meta/connect',
      id: '3',
      successful: true,
      advice: { reconnect: 'retry', interval: 10, 'multiple-clients': true },
    },
  ]);
  harness.simulator.setFaults([
    {
      match: { operation: '/meta/connect' },
      times: 1,
      effect: { kind: 'status', status: 200, body },
    },
  ]);
  harness.telephony.start();
  await harness.recorder.whenConnection('connected', 'multiple-clients');
  const { id } = harness.simulator.genesys.arrive({ from: '15001' });
  await harness.recorder.whenCall(({ reference }) => reference === id);
  harness.simulator.genesys.loseBayeuxSession();
  await harness.recorder.whenConnection('reconnecting');
  expect((await harness.recorder.whenConnection('connected')).reason).toBeUndefined();
});

/** A client that returns every cookie except the one that identifies a Bayeux session. */
function createForgetfulHttp(onHandshake: () => void): HttpClient {
  const http = createHttpClient({ vendor: 'genesys', logger: createMemoryLogger() });
  const cookies = new Map<string, string>();
  return {
    async request(request) {
      if (request.url.pathname.endsWith('/handshake')) onHandshake();
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const outcome = await http.request({ ...request, headers: { ...request.headers, cookie } });
      const set = outcome.kind === 'done' ? outcome.value.headers['set-cookie'] : undefined;
      for (const line of [set ?? []].flat()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
        if (name !== 'BAYEUX_BROWSER') cookies.set(name, value);
      }
      return outcome;
    },
    close: () => http.close(),
  };
}

test('without the BAYEUX_BROWSER cookie there are never more than five handshakes in a minute', async () => {
  const clock = createManualClock();
  const begin = clock.now();
  const handshakes: number[] = [];
  harness = await startGenesys({
    clock,
    createHttp: () => createForgetfulHttp(() => handshakes.push(clock.now())),
  });
  harness.telephony.start();
  while (clock.now() < begin + 300_000) await clock.fireNext();

  expect(handshakes.length).toBeGreaterThan(5);
  for (const [index, first] of handshakes.entries()) {
    const sixth = handshakes[index + 5];
    if (sixth !== undefined) expect(sixth - first).toBeGreaterThanOrEqual(60_000);
  }
  expect(harness.requestsFor('GET /api/v2/me')).toHaveLength(1);
  expect(harness.recorder.connections.at(-1)).toMatchObject({ state: 'error' });
});

test('stopping cleans up and ends no call', async () => {
  harness = await connectGenesys();
  const { id } = harness.simulator.genesys.arrive({ from: '15001', state: 'Established' });
  await harness.recorder.whenCall(({ reference }) => reference === id);
  await harness.telephony.stop();
  expect(harness.simulator.genesys.calls()).toMatchObject([{ id, state: 'Established' }]);
  expect(harness.simulator.requests().at(-1)?.operation).toBe('/meta/disconnect');
});
