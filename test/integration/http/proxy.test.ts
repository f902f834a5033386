import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createCaCertificates } from '../../../main/http/ca-certificates';
import type { HttpClient } from '../../../main/http/http-client';
import { createRoutes } from '../../../main/http/routes';
import { createHttpClient } from '../../../main/http/undici-client';
import { eventually } from '../../support/eventually';
import { createMemoryLogger } from '../../support/memory-logger';
import { startProxy, type ProxyOptions, type ProxyServer } from '../../support/proxy-server';
import { httpAnswer, startRawServer, type RawServer } from '../../support/raw-server';
import { CA_FILE, startTlsFront } from '../../support/tls-files';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function serve(onRequest?: (socket: Socket) => void): Promise<RawServer> {
  const server = await startRawServer(
    onRequest ?? ((socket) => socket.write(httpAnswer('through'))),
  );
  cleanUps.push(() => server.close());
  return server;
}

async function proxyTo(target: URL | number, options: Partial<ProxyOptions> = {}) {
  const port = typeof target === 'number' ? target : Number(target.port);
  const proxy = await startProxy({ port, ...options });
  cleanUps.push(() => proxy.close());
  return proxy;
}

/** A client whose system proxy look-up returns this. */
function connect(answer: () => string | Promise<string>): HttpClient {
  const client = createHttpClient({
    vendor: 'genesys',
    logger: createMemoryLogger(),
    routes: createRoutes(() => Promise.resolve(answer())),
    caCertificates: createCaCertificates({ file: CA_FILE, onProblem: () => undefined }),
  });
  cleanUps.push(() => client.close());
  return client;
}

function pac(proxy: ProxyServer): string {
  return `PROXY ${proxy.url.host}`;
}

/** Only the proxy can resolve this name. */
const PLAIN = new URL('http://gws.invalid/api/v2/me?fields=*');
const SECURE = new URL('https://gws.invalid/api/v2/me?fields=*');

describe('a proxy', () => {
  it('fetches plain HTTP for us', async () => {
    const server = await serve();
    const proxy = await proxyTo(server.url);
    const client = connect(() => pac(proxy));
    const request = { method: 'POST', url: PLAIN, body: 'a=b', timeoutMs: 5000 } as const;
    expect(await client.request(request)).toMatchObject({ value: { text: 'through' } });
    expect(proxy.asked).toEqual([`POST ${PLAIN.href}`]);
    expect(server.received()).toMatch(/^POST \/api\/v2\/me\?fields=\* HTTP/);
    expect(server.received()).toContain('host: gws.invalid\r\n');
  });

  it('tunnels HTTPS, and the certificate is checked against the name of the destination', async () => {
    const server = await serve();
    const front = await startTlsFront(Number(server.url.port));
    cleanUps.push(() => front.close());
    const proxy = await proxyTo(front.port);
    const client = connect(() => pac(proxy));
    const request = { method: 'POST', url: SECURE, timeoutMs: 5000 } as const;
    expect(await client.request(request)).toMatchObject({ value: { text: 'through' } });
    expect(proxy.asked).toEqual(['CONNECT gws.invalid:443']);

    const elsewhere = new URL('https://other.invalid/');
    expect(await client.request({ ...request, url: elsewhere })).toMatchObject({
      kind: 'failed',
      error: { code: 'tls', detail: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    });
  });

  it('can itself use TLS, for HTTP and HTTPS', async () => {
    const server = await serve();
    const proxy = await proxyTo(server.url);
    const front = await startTlsFront(Number(proxy.url.port));
    cleanUps.push(() => front.close());
    const client = connect(() => `HTTPS localhost:${front.port}`);
    const outcome = await client.request({ method: 'GET', url: PLAIN, timeoutMs: 5000 });
    expect(outcome).toMatchObject({ value: { text: 'through' } });
    expect(proxy.asked).toEqual(['CONNECT gws.invalid:80']);
  });

  it('does not own the cookies, which belong to the host', async () => {
    const server = await serve((socket) =>
      socket.write(httpAnswer('', '200 OK', 'Set-Cookie: SESSION=1; Path=/\r\n')),
    );
    const proxy = await proxyTo(server.url);
    const client = createHttpClient({
      vendor: 'genesys',
      logger: createMemoryLogger(),
      withCookies: true,
      routes: createRoutes(() => Promise.resolve(pac(proxy))),
    });
    cleanUps.push(() => client.close());
    await client.request({ method: 'GET', url: PLAIN, timeoutMs: 5000 });
    await client.request({ method: 'GET', url: PLAIN, timeoutMs: 5000 });
    expect(server.received().match(/cookie: SESSION=1\r\n/g)).toHaveLength(1);
  });
});

describe('a proxy that does not work', () => {
  it('is reported if it wants a password for a tunnel, and nothing was sent', async () => {
    const server = await serve();
    const proxy = await proxyTo(server.url, { refuseWith: 407 });
    const client = connect(() => pac(proxy));
    const outcome = await client.request({ method: 'POST', url: SECURE, timeoutMs: 5000 });
    expect(outcome).toEqual({
      kind: 'failed',
      error: { code: 'proxy', vendor: 'genesys', detail: 'HTTP 407' },
    });
    expect(server.connections()).toBe(0);
  });

  it('returns its own answer if it wants a password for plain HTTP', async () => {
    const server = await serve();
    const proxy = await proxyTo(server.url, { refuseWith: 407 });
    const client = connect(() => pac(proxy));
    const outcome = await client.request({ method: 'POST', url: PLAIN, timeoutMs: 5000 });
    expect(outcome).toMatchObject({ kind: 'done', value: { status: 407 } });
    expect(server.connections()).toBe(0);
  });

  it.each([PLAIN, SECURE])('is reported if it cannot be reached: %s', async (url) => {
    const server = await serve();
    const proxy = await proxyTo(server.url);
    await proxy.close();
    const client = connect(() => pac(proxy));
    expect(await client.request({ method: 'POST', url, timeoutMs: 5000 })).toMatchObject({
      kind: 'failed',
      error: { code: 'proxy', detail: 'ECONNREFUSED' },
    });
  });

  it('is reported with its kind if it only speaks SOCKS', async () => {
    const client = connect(() => 'SOCKS5 px.invalid:1080');
    expect(await client.request({ method: 'GET', url: SECURE, timeoutMs: 5000 })).toMatchObject({
      kind: 'failed',
      error: { code: 'proxy', detail: 'only SOCKS5 px.invalid:1080' },
    });
  });

  it('times out as not sent if it does not answer CONNECT', async () => {
    const silent = await serve(() => undefined);
    const client = connect(() => `PROXY ${silent.url.host}`);
    expect(await client.request({ method: 'POST', url: SECURE, timeoutMs: 200 })).toMatchObject({
      kind: 'failed',
      error: { code: 'proxy', detail: 'deadline' },
    });
  });
});

describe('the proxy look-up', () => {
  it('is repeated after a failed request, so that the next one takes the new route', async () => {
    const server = await serve();
    const gone = await proxyTo(server.url);
    await gone.close();
    const proxy = await proxyTo(server.url);
    const answers = [pac(gone), pac(proxy)];
    const client = connect(() => answers.shift() ?? 'DIRECT');
    const request = { method: 'POST', url: PLAIN, timeoutMs: 5000 } as const;
    expect(await client.request(request)).toMatchObject({ kind: 'failed' });
    expect(await client.request(request)).toMatchObject({ kind: 'done' });
    expect(await client.request(request)).toMatchObject({ kind: 'done' });
    expect(proxy.asked).toHaveLength(2);
  });

  it('counts toward the timeout, and a request that timed out is not sent when it finishes', async () => {
    const server = await serve();
    const proxy = await proxyTo(server.url);
    const waiting: ((proxies: string) => void)[] = [];
    const client = connect(() => new Promise<string>((resolve) => void waiting.push(resolve)));
    const late = client.request({ method: 'POST', url: PLAIN, timeoutMs: 100 });
    expect(await late).toMatchObject({ kind: 'failed', error: { detail: 'deadline' } });
    const next = client.request({ method: 'GET', url: new URL('/next', PLAIN), timeoutMs: 5000 });
    await eventually(() => waiting.length).toBe(2);
    for (const answer of waiting) answer(pac(proxy));
    expect(await next).toMatchObject({ kind: 'done' });
    expect(proxy.asked).toEqual(['GET http://gws.invalid/next']);
  });

  it('opens no connection if it finishes after the request was aborted', async () => {
    const server = await serve();
    const waiting: ((proxies: string) => void)[] = [];
    const client = connect(() => new Promise<string>((resolve) => void waiting.push(resolve)));
    const late = client.request({ method: 'GET', url: server.url, timeoutMs: 100 });
    expect(await late).toMatchObject({ kind: 'failed' });
    waiting[0]?.('DIRECT');
    // The server would have seen a connection of the first request before this one.
    const other = connect(() => 'DIRECT');
    await other.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    expect(server.connections()).toBe(1);
  });

  it('opens no connection if it finishes after the client was closed', async () => {
    const server = await serve();
    const waiting: ((proxies: string) => void)[] = [];
    const client = connect(() => new Promise<string>((resolve) => void waiting.push(resolve)));
    const request = client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    await eventually(() => waiting.length).toBe(1);
    await client.close();
    waiting[0]?.('DIRECT');
    expect(await request).toMatchObject({ kind: 'failed' });
    expect(server.connections()).toBe(0);
  });
});
