import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../../main/time/system-clock';
import { createCallStore } from '../../../main/calls/store';
import { createHttpClient } from '../../../main/http/undici-client';
import { createSession } from '../../../main/vendors/genesys/session';
import { createSessionSecrets } from '../../../main/vendors/genesys/session-secrets';
import { startGenesys } from '../../support/genesys-harness';
import { createMemoryLogger } from '../../support/memory-logger';
import { startStubServer } from '../../support/stub-server';

let closeAll: () => Promise<void>;

afterEach(() => closeAll());

const LIST = 'GET /api/v2/me/calls';
const USER = 'GET /api/v2/me';
const UNKNOWN = '{"statusCode":6,"statusMessage":"Resource not found."}';

test.each([
  ['HTTP 404', { kind: 'html-body', status: 404 }],
  ['a resource that is not found', { kind: 'status', status: 500, body: UNKNOWN }],
] as const)(
  'if the list of calls is %s, the calls are fetched with the user from then on',
  async (_name, effect) => {
    const harness = await startGenesys();
    closeAll = () => harness.stop();
    const { genesys } = harness.simulator;
    harness.simulator.setFaults([{ match: { operation: LIST }, effect }]);
    const first = genesys.arrive({ from: '15001' });
    harness.telephony.start();
    await harness.recorder.whenConnection('connected');
    await harness.recorder.whenCall(({ reference }) => reference === first.id);
    harness.simulator.setFaults([
      { match: { operation: LIST }, effect },
      { match: { path: '/v2/me/calls' }, effect: { kind: 'lost-notification' } },
    ]);
    genesys.release(first.id);
    const second = genesys.arrive({ from: '15002' });
    harness.telephony.refresh();
    await harness.recorder.whenCall(({ reference }) => reference === second.id);
    // The first call is missing; only a second such answer ends it.
    harness.telephony.refresh();
    await harness.recorder.when(() => harness.recorder.calls().length === 1 || undefined);
    expect(harness.requestsFor(LIST)).toHaveLength(1);
    expect(harness.requestsFor(USER).at(-1)?.query).toEqual({ subresources: '*' });
  },
);

test.each([
  ['an empty list', '{"statusCode":0,"calls":[]}'],
  ['no list', '{"statusCode":0}'],
])(
  'a call that is missing from one answer with %s continues and can still be controlled',
  async (_name, body) => {
    const harness = await startGenesys();
    const store = createCallStore(systemClock);
    closeAll = () => {
      store.dispose();
      return harness.stop();
    };
    const { genesys } = harness.simulator;
    const call = genesys.arrive({ from: '15001', state: 'Established' });
    harness.telephony.start();
    await harness.recorder.whenConnection('connected');
    harness.simulator.setFaults([
      { match: { operation: LIST }, effect: { kind: 'status', status: 200, body }, times: 1 },
    ]);
    const lineReads = () =>
      harness.recorder.events.filter(({ kind }) => kind === 'line-fetched').length;
    const before = lineReads();
    harness.telephony.refresh();
    await harness.recorder.when(() => lineReads() > before || undefined);
    for (const event of harness.recorder.events) store.apply(event);
    expect(store.getState().calls.known.get(`genesys:${call.id}`)?.state).toBe('established');
    expect(harness.recorder.connections.at(-1)?.state).toBe('connected');
    const hold = { kind: 'hold', callId: `genesys:${call.id}` } as const;
    expect(await harness.telephony.perform(hold)).toMatchObject({ kind: 'done' });
  },
);

test('a call that was transferred and comes back under its id rings as a new call', async () => {
  const harness = await startGenesys();
  const store = createCallStore(systemClock);
  closeAll = () => {
    store.dispose();
    return harness.stop();
  };
  const { genesys } = harness.simulator;
  const record = harness.recorder.onCallEvent.bind(harness.recorder);
  harness.recorder.onCallEvent = (event) => {
    store.apply(event);
    record(event);
  };
  harness.telephony.start();
  await harness.recorder.whenConnection('connected');
  const { id } = genesys.arrive({ from: '15001', state: 'Established' });
  await harness.recorder.whenCall(({ reference }) => reference === id);
  store.setWrapUp(`genesys:${id}`, { note: 'Transferred', outcome: '' });
  genesys.release(id);
  await harness.recorder.whenCall(({ state }) => state === 'ended');
  genesys.arrive({ id, from: '15001', state: 'Ringing' });
  const find = () => store.getState().calls.known.get(`genesys:${id}`);
  await harness.recorder.when(() => find()?.state === 'ringing' || undefined);
  expect(find()).not.toHaveProperty('answeredAt');
  expect(store.getState().wrapUps.size).toBe(0);
});

test('an answer without a list ends no call if the user has no list either', async () => {
  const server = await startStubServer(({ path }) => ({
    body: path.endsWith('/calls') ? '{"statusCode":0}' : '{"statusCode":0,"user":{"id":"u-1"}}',
  }));
  const profile = {
    baseUrl: server.baseUrl,
    userName: 'eta',
    password: 'p',
    session: 'attach',
  } as const;
  const http = createHttpClient({ vendor: 'genesys', logger: createMemoryLogger() });
  const session = createSession(profile, http, createSessionSecrets(profile), createMemoryLogger());
  closeAll = async () => {
    await session.close();
    await server.close();
  };
  expect(await session.fetchCalls()).toEqual({ kind: 'fetched', calls: [], isComplete: false });
});

test.each([
  [
    { id: 'u-1', calls: [{ id: '1' }] },
    { kind: 'fetched', calls: [{ id: '1' }] },
  ],
  [
    { id: 'u-1', devices: [] },
    { kind: 'fetched', calls: [] },
  ],
  [{ id: 'u-1', devices: [], calls: 'none' }, { kind: 'failed' }],
  [{ id: 'u-1' }, { kind: 'failed', error: { code: 'malformed-answer' } }],
  [undefined, { kind: 'failed', error: { code: 'malformed-answer' } }],
])(
  'a user counts as having no calls only if the answer has a list of calls: %j',
  async (user, read) => {
    const server = await startStubServer(({ path }) =>
      path === '/api/v2/me' ? { body: JSON.stringify({ statusCode: 0, user }) } : { status: 404 },
    );
    const profile = {
      baseUrl: server.baseUrl,
      userName: 'eta',
      password: 'p',
      session: 'attach',
    } as const;
    const http = createHttpClient({ vendor: 'genesys', logger: createMemoryLogger() });
    const session = createSession(
      profile,
      http,
      createSessionSecrets(profile),
      createMemoryLogger(),
    );
    closeAll = async () => {
      await session.close();
      await server.close();
    };
    expect(await session.fetchCalls()).toMatchObject(read);
  },
);
