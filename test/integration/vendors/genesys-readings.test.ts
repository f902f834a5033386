import { afterEach, expect, test } from 'vitest';
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
  'where the list of the calls is %s, the calls of the user are read from then on',
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
    expect(harness.recorder.calls()).toHaveLength(1);
    expect(harness.requestsFor(LIST)).toHaveLength(1);
    expect(harness.requestsFor(USER).at(-1)?.query).toEqual({ subresources: '*' });
  },
);

test.each([
  [
    { id: 'u-1', calls: [{ id: '1' }] },
    { kind: 'read', calls: [{ id: '1' }] },
  ],
  [
    { id: 'u-1', devices: [] },
    { kind: 'read', calls: [] },
  ],
  [{ id: 'u-1', devices: [], calls: 'none' }, { kind: 'failed' }],
  [{ id: 'u-1' }, { kind: 'failed', error: { code: 'malformed-answer' } }],
  [undefined, { kind: 'failed', error: { code: 'malformed-answer' } }],
])(
  'a user without calls has none only where it shows that they were told: %j',
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
    const session = createSession(profile, http, createSessionSecrets(profile));
    closeAll = async () => {
      await session.close();
      await server.close();
    };
    expect(await session.readCalls()).toMatchObject(read);
  },
);
