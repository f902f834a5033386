import dns from 'node:dns';
import net from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { createAuthorities } from '../../../main/http/authorities';
import type { HttpClient } from '../../../main/http/http-client';
import { createRoutes } from '../../../main/http/routes';
import { createHttpClient } from '../../../main/http/undici-client';
import { createMemoryLogger } from '../../support/memory-logger';
import { startProxy } from '../../support/proxy-server';
import { httpAnswer, startRawServer } from '../../support/raw-server';
import { AUTHORITY_FILE, startTlsFront } from '../../support/tls-files';

/** Nobody listens at the first of the two addresses of this name. */
const NAME = 'two-addresses.invalid';
const ADDRESSES = [
  { address: '127.0.0.2', family: 4 },
  { address: '127.0.0.1', family: 4 },
];

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** The name has two addresses, and the runtime tries the first one alone, as Node 18 does. */
function resolveNameAsNode18(): void {
  const isOn = net.getDefaultAutoSelectFamily();
  net.setDefaultAutoSelectFamily(false);
  cleanUps.push(() => net.setDefaultAutoSelectFamily(isOn));
  const original = dns.lookup as (...parameters: unknown[]) => void;
  const lookup = (...parameters: unknown[]): void => {
    const [name, options] = parameters as [string, dns.LookupOptions];
    if (name !== NAME) {
      original(...parameters);
      return;
    }
    const callback = parameters.at(-1) as (...answer: unknown[]) => void;
    const [first] = ADDRESSES;
    setImmediate(() =>
      options.all === true
        ? callback(null, ADDRESSES)
        : callback(null, first?.address, first?.family),
    );
  };
  vi.spyOn(dns, 'lookup').mockImplementation(lookup);
}

function connect(route: string): HttpClient {
  const client = createHttpClient({
    vendor: 'genesys',
    logger: createMemoryLogger(),
    routes: createRoutes(() => Promise.resolve(route)),
    authorities: createAuthorities({ file: AUTHORITY_FILE, onProblem: () => undefined }),
  });
  cleanUps.push(() => client.close());
  return client;
}

async function serve(): Promise<number> {
  const server = await startRawServer((socket) => socket.write(httpAnswer('reached')));
  cleanUps.push(() => server.close());
  return Number(server.url.port);
}

test('a host whose first address is dead is reached by its second', async () => {
  resolveNameAsNode18();
  const url = new URL(`http://${NAME}:${await serve()}/`);
  const outcome = await connect('DIRECT').request({ method: 'POST', url, timeoutMs: 5000 });
  expect(outcome).toMatchObject({ answer: { text: 'reached' } });
});

test.each(['http', 'https'])('so is a proxy on the way to an %s host', async (scheme) => {
  resolveNameAsNode18();
  const front = await startTlsFront(await serve());
  cleanUps.push(() => front.close());
  const proxy = await startProxy({ port: scheme === 'http' ? await serve() : front.port });
  cleanUps.push(() => proxy.close());
  const url = new URL(`${scheme}://gws.invalid/`);
  const client = connect(`PROXY ${NAME}:${proxy.url.port}`);
  const outcome = await client.request({ method: 'POST', url, timeoutMs: 5000 });
  expect(outcome).toMatchObject({ answer: { text: 'reached' } });
});
