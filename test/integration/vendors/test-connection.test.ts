import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeTestFailure } from '../../../contract/locale/describe-test-failure';
import { createCaCertificates } from '../../../main/http/ca-certificates';
import { createRoutes } from '../../../main/http/routes';
import { testService } from '../../../main/runtime/test-service';
import { checkProfile } from '../../../main/settings/parse-profile';
import { systemClock } from '../../../main/time/system-clock';
import { startSimulator, type Simulator } from '../../../simulator/simulator';
import { createMemoryLogger } from '../../support/memory-logger';
import { NOBODY } from '../../support/nobody';
import { startProxy } from '../../support/proxy-server';
import { httpAnswer, startRawServer } from '../../support/raw-server';
import { CA_FILE, EXPIRED_FILE, startTlsFront } from '../../support/tls-files';

type Tested = 'genesys' | 'telesocial' | 'bandwidth' | 'verba' | 'twilio';
const VENDORS: readonly Tested[] = ['genesys', 'telesocial', 'bandwidth', 'verba', 'twilio'];

/** Only Verba has a path in its address. */
function addressOf(vendor: Tested, origin: string): string {
  return vendor === 'verba' ? `${origin}/verba/api` : origin;
}

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator();
  cleanUps.push(() => simulator.close());
});

interface Surroundings {
  /** In Chromium's notation for a proxy. */
  readonly route?: string;
  /** The file with the CA certificates that this computer trusts. */
  readonly authorities?: string;
}

async function ask(
  vendor: Tested,
  changes: object = {},
  { route = 'DIRECT', authorities = CA_FILE }: Surroundings = {},
) {
  const profile = { ...simulator.profile, twilio: simulator.twilioProfile };
  const section = { ...profile[vendor], ...changes };
  const checked = checkProfile({ ...profile, [vendor]: section });
  if (!checked.ok) throw new Error(checked.mistakes.join('; '));
  return testService(checked.value, vendor, {
    clock: systemClock,
    logger: createMemoryLogger(),
    network: {
      routes: createRoutes(() => Promise.resolve(route)),
      caCertificates: createCaCertificates({
        file: authorities,
        readStore: () => [],
        onProblem: () => undefined,
      }),
    },
  });
}

/** The message that the agent sees. */
async function explain(...parts: Parameters<typeof ask>): Promise<string> {
  const result = await ask(...parts);
  return result.ok ? 'connected' : describeTestFailure(result.error).message;
}

async function tlsPort(certificate: 'server' | 'cn-only' | 'expired'): Promise<number> {
  const front = await startTlsFront(Number(new URL(simulator.origin).port), { certificate });
  cleanUps.push(() => front.close());
  return front.port;
}

async function proxyRoute(refuseWith?: number, port = 1): Promise<string> {
  const proxy = await startProxy({ port, ...(refuseWith !== undefined && { refuseWith }) });
  cleanUps.push(() => proxy.close());
  return `PROXY ${proxy.url.host}`;
}

async function serve(answer: string): Promise<string> {
  const server = await startRawServer((socket) => socket.write(answer));
  cleanUps.push(() => server.close());
  return server.url.origin;
}

describe.each(VENDORS)('a test of %s', (vendor) => {
  const at = (origin: string) => ({ baseUrl: addressOf(vendor, origin) });

  it('that succeeds sends one read request and changes nothing', async () => {
    expect(await explain(vendor)).toBe('connected');
    expect(simulator.requests().map(({ method }) => method)).toEqual(['GET']);
  });

  it('names a closed port', async () => {
    expect(await explain(vendor, at(NOBODY))).toBe(
      'The server was found, but nothing answers on this port.',
    );
  });

  it('names a host that does not exist', async () => {
    expect(await explain(vendor, at('https://no-such-host.invalid'))).toBe(
      'There is no server with this name.',
    );
  });

  it.each([
    ['a web page', httpAnswer('<!doctype html><html></html>')],
    ['a missing page', httpAnswer('<html>Not found</html>', '404 Not Found')],
    ['a redirect', httpAnswer('', '302 Found')],
  ])('names a wrong address: %s', async (_, answer) => {
    expect(await explain(vendor, at(await serve(answer)))).toBe(
      'Something answers at this address, but it is not this service.',
    );
  });

  it('reports a certificate from an unknown CA', async () => {
    const port = await tlsPort('cn-only');
    expect(await explain(vendor, at(`https://localhost:${port}`))).toBe(
      'The service’s certificate was issued by an authority that this computer does not trust.',
    );
  });

  it('names an expired certificate', async () => {
    const port = await tlsPort('expired');
    expect(
      await explain(vendor, at(`https://localhost:${port}`), { authorities: EXPIRED_FILE }),
    ).toBe('The service’s certificate has expired or is not valid yet.');
  });

  it('names a certificate that was issued for another name', async () => {
    const route = await proxyRoute(undefined, await tlsPort('server'));
    expect(await explain(vendor, at('https://elsewhere.invalid'), { route })).toBe(
      'The certificate was issued for a different name than the one in the address.',
    );
  });

  it.each([
    [407, 'The proxy requires a user name and password.'],
    [403, 'The proxy refused the request.'],
  ])('names a proxy that answers %d', async (status, words) => {
    const route = await proxyRoute(status);
    expect(await explain(vendor, at('https://gws.invalid'), { route })).toBe(words);
  });

  it('names an unreachable proxy', async () => {
    const { host } = new URL(NOBODY);
    expect(await explain(vendor, at('https://gws.invalid'), { route: `PROXY ${host}` })).toBe(
      'The proxy cannot be reached.',
    );
  });
});

const TWILIO_REFUSED = 'Twilio does not accept the account, API key or auth token.';
const NO_KEY = { apiKeySid: undefined, apiKeySecret: undefined };

describe('a test of Twilio', () => {
  it('accepts the auth token as well as a key', async () => {
    expect(await explain('twilio', NO_KEY)).toBe('connected');
  });

  it('keeps the path in the address of a compatible service', async () => {
    const { origin } = simulator;
    expect(await explain('twilio', { baseUrl: `${origin}/2010-04-01` })).toBe('connected');
    expect(await explain('twilio', { baseUrl: `${origin}/api/laml/2010-04-01` })).toBe(
      'Something answers at this address, but it is not this service.',
    );
  });

  it.each([
    [403, 20003, 'The service recognizes your account, but does not give it access.'],
    [404, 20404, 'Something answers at this address, but it is not this service.'],
    [405, 20004, 'Something answers at this address, but it is not this service.'],
    [429, 20429, 'The service received too many requests.'],
    [503, 20503, 'The service cannot do this at the moment.'],
  ])('explains %d with code %d, and tries only once', async (status, code, words) => {
    const body = JSON.stringify({ code, message: 'No', more_info: '', status });
    simulator.setFaults([
      { match: { vendor: 'twilio' }, effect: { kind: 'status', status, body } },
    ]);
    expect(await explain('twilio')).toBe(words);
    expect(simulator.requests()).toHaveLength(1);
  });
});

describe('a test with wrong credentials', () => {
  it.each([
    ['genesys', { password: 'wrong' }, 'Genesys does not accept the user name or password.'],
    ['genesys', { userName: 'nobody' }, 'Genesys does not accept the user name or password.'],
    ['telesocial', { appKey: 'wrong' }, 'Telesocial does not accept the application key.'],
    ['bandwidth', { apiSecret: 'wrong' }, 'Bandwidth does not accept the API token or secret.'],
    ['twilio', { apiKeySecret: 'wrong' }, TWILIO_REFUSED],
    ['twilio', { apiKeySid: `SK${'0'.repeat(32)}` }, TWILIO_REFUSED],
    ['twilio', { accountSid: `AC${'0'.repeat(32)}` }, TWILIO_REFUSED],
    ['twilio', { ...NO_KEY, authToken: 'wrong' }, TWILIO_REFUSED],
    ['verba', { apiKey: 'wrong' }, 'Verba does not accept the API key, user name or password.'],
    ['verba', { password: 'wrong' }, 'Verba does not accept the API key, user name or password.'],
  ] as const)('names them, and tries only once: %s %o', async (vendor, changes, words) => {
    expect(await explain(vendor, changes)).toBe(words);
    expect(simulator.requests()).toHaveLength(1);
  });
});

describe('a test that a service answers with 403', () => {
  const noPermission = 'The service recognizes your account, but does not give it access.';
  it.each<[Tested, string, string, string, object?]>([
    ['genesys', 'and nothing else', '', noPermission],
    ['genesys', 'in its own format', '{"statusCode":5,"statusMessage":"No right"}', noPermission],
    [
      'genesys',
      'in its format for wrong credentials',
      '{"statusCode":20,"statusMessage":"Access denied"}',
      'Genesys does not accept the user name or password.',
    ],
    ['bandwidth', 'and nothing else', '', noPermission],
    [
      'bandwidth',
      'in its own format',
      '{"category":"forbidden","code":"user-access-denied","message":"No access"}',
      noPermission,
    ],
    // To Telesocial the key is all there is to an account.
    ['telesocial', 'and nothing else', '', 'Telesocial does not accept the application key.'],
    // It can only be about the key or the login, since nothing else is requested.
    ['verba', 'and nothing else', '', 'Verba does not accept the API key, user name or password.'],
    ['verba', 'without a login', '', noPermission, { login: undefined, password: undefined }],
    ['twilio', 'and nothing else', '', noPermission],
    [
      'twilio',
      'in its own format',
      '{"code":20403,"message":"Forbidden","status":403}',
      noPermission,
    ],
  ])(
    'is explained, and the test tries only once: %s, %s',
    async (vendor, _, body, words, changes) => {
      const server = await startRawServer((socket) =>
        socket.write(httpAnswer(body, '403 Forbidden', 'Content-Type: application/json\r\n')),
      );
      cleanUps.push(() => server.close());
      const baseUrl = addressOf(vendor, server.url.origin);
      expect(await explain(vendor, { baseUrl, ...changes })).toBe(words);
      expect(server.received().match(/ HTTP\/1\.1\r\n/g)).toHaveLength(1);
    },
  );
});
