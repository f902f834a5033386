import { spawn } from 'node:child_process';
import dns from 'node:dns';
import { once } from 'node:events';
import net from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { createCaCertificates } from '../../../main/http/ca-certificates';
import type { HttpClient } from '../../../main/http/http-client';
import { createRoutes } from '../../../main/http/routes';
import { createHttpClient } from '../../../main/http/undici-client';
import { createMemoryLogger } from '../../support/memory-logger';
import { startProxy } from '../../support/proxy-server';
import { httpAnswer, startRawServer } from '../../support/raw-server';
import { CA_FILE, startTlsFront } from '../../support/tls-files';

/** A host name with two addresses; the server listens on the second. */
const NAME = 'two-addresses.invalid';
const FIRST_ADDRESS = '127.0.0.2';
const ADDRESSES = [
  { address: FIRST_ADDRESS, family: 4 },
  { address: '127.0.0.1', family: 4 },
];

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** The name has two addresses; as with `--no-network-family-autoselection` the runtime tries only the first. */
function resolveName(): void {
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
    caCertificates: createCaCertificates({ file: CA_FILE, onProblem: () => undefined }),
  });
  cleanUps.push(() => client.close());
  return client;
}

async function serve(): Promise<number> {
  const server = await startRawServer((socket) => socket.write(httpAnswer('reached')));
  cleanUps.push(() => server.close());
  return Number(server.url.port);
}

test('falls back to the second address of a host if the first one refuses the connection', async () => {
  resolveName();
  const url = new URL(`http://${NAME}:${await serve()}/`);
  const outcome = await connect('DIRECT').request({ method: 'POST', url, timeoutMs: 5000 });
  expect(outcome).toMatchObject({ value: { text: 'reached' } });
});

/** Makes connections to the first address hang: its accept queue is full and nothing drains it. */
async function blockFirstAddress(port: number): Promise<void> {
  const script = `
    const net = require('node:net');
    const server = net.createServer().listen({ host: '${FIRST_ADDRESS}', port: ${port}, backlog: 1 });
    server.once('listening', () => {
      require('node:fs').writeSync(1, 'listening');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  cleanUps.push(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  const fillers = Array.from({ length: 4 }, () => net.connect({ host: FIRST_ADDRESS, port }));
  for (const filler of fillers) {
    filler.on('error', () => undefined);
    cleanUps.push(() => filler.destroy());
  }
  await Promise.race(fillers.map((filler) => once(filler, 'connect')));
}

test('does not wait for an address that never answers', async () => {
  resolveName();
  const port = await serve();
  await blockFirstAddress(port);
  const url = new URL(`http://${NAME}:${port}/`);
  const outcome = await connect('DIRECT').request({ method: 'POST', url, timeoutMs: 5000 });
  expect(outcome).toMatchObject({ value: { text: 'reached' } });
});

test('reports why a host cannot be reached if none of its addresses answers', async () => {
  resolveName();
  const server = await startRawServer(() => undefined);
  await server.close();
  const url = new URL(`http://${NAME}:${server.url.port}/`);
  const outcome = await connect('DIRECT').request({ method: 'POST', url, timeoutMs: 5000 });
  expect(outcome).toMatchObject({
    kind: 'failed',
    error: { code: 'no-route', detail: 'ECONNREFUSED' },
  });
});

test.each(['http', 'https'])(
  'falls back to the second address of a proxy, for %s',
  async (scheme) => {
    resolveName();
    const front = await startTlsFront(await serve());
    cleanUps.push(() => front.close());
    const proxy = await startProxy({ port: scheme === 'http' ? await serve() : front.port });
    cleanUps.push(() => proxy.close());
    const url = new URL(`${scheme}://gws.invalid/`);
    const client = connect(`PROXY ${NAME}:${proxy.url.port}`);
    const outcome = await client.request({ method: 'POST', url, timeoutMs: 5000 });
    expect(outcome).toMatchObject({ value: { text: 'reached' } });
  },
);
