import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { createServer } from 'node:tls';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../main/http/http-client';
import { createHttpClient } from '../../../main/http/undici-client';
import type { HttpClientOptions } from '../../../main/http/undici-client';
import { eventually } from '../../support/eventually';
import { createMemoryLogger } from '../../support/memory-logger';
import { httpAnswer, startRawServer } from '../../support/raw-server';
import type { RawServer } from '../../support/raw-server';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function serve(onRequest: (socket: Socket, nthRequest: number) => void): Promise<RawServer> {
  const server = await startRawServer(onRequest);
  cleanUps.push(() => server.close());
  return server;
}

function connect(options: Partial<HttpClientOptions> = {}): HttpClient & { log: () => string } {
  const logger = createMemoryLogger();
  const client = createHttpClient({ vendor: 'telesocial', logger, ...options });
  cleanUps.push(() => client.close());
  return { ...client, log: () => logger.text() };
}

async function unusedUrl(): Promise<URL> {
  const server = await startRawServer(() => undefined);
  await server.close();
  return server.url;
}

/** Resolves when undici has been handed a request. It may have to wait for a connection. */
function untilDispatched(): Promise<void> {
  const channel = 'undici:request:create';
  return new Promise((resolve) => {
    const onCreate = (): void => {
      unsubscribe(channel, onCreate);
      resolve();
    };
    subscribe(channel, onCreate);
  });
}

describe('a response', () => {
  it('has its status, lower-case headers and text', async () => {
    const server = await serve((socket) =>
      socket.write(httpAnswer('{"grüße":1}', '418 Teapot', 'X-Kind: pot\r\n')),
    );
    const outcome = await connect().request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    expect(outcome).toMatchObject({
      kind: 'done',
      value: { status: 418, text: '{"grüße":1}', headers: { 'x-kind': 'pot' } },
    });
  });

  it('is requested with the given method, query, headers and body', async () => {
    const server = await serve((socket) => socket.write(httpAnswer('')));
    await connect().request({
      method: 'POST',
      url: server.url,
      headers: { 'content-type': 'text/plain' },
      body: 'a=b',
      timeoutMs: 5000,
    });
    expect(server.received()).toMatch(/^POST \/path\?appkey=hush HTTP\/1.1\r\n/);
    expect(server.received()).toContain('content-type: text/plain\r\n');
    expect(server.received()).toMatch(/\r\n\r\na=b$/);
  });

  it('leaves the connection open for the next request', async () => {
    const server = await serve((socket) => socket.write(httpAnswer('x')));
    const client = connect();
    await client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    // A connection is free one turn of the event loop after its response.
    await setImmediate();
    await client.request({ method: 'POST', url: server.url, timeoutMs: 5000 });
    expect(server.connections()).toBe(1);
  });

  it('with a redirect is returned, not followed', async () => {
    const server = await serve((socket) =>
      socket.write(httpAnswer('', '302 Found', 'Location: /other\r\n')),
    );
    const outcome = await connect().request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    expect(outcome).toMatchObject({ kind: 'done', value: { status: 302 } });
  });

  it('larger than the limit is malformed', async () => {
    const server = await serve((socket) => socket.write(httpAnswer('x'.repeat(9 * 1024 * 1024))));
    const outcome = await connect().request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    expect(outcome).toMatchObject({ kind: 'unknown', error: { code: 'malformed-answer' } });
  });

  it('that is not HTTP is malformed, and is not requested again', async () => {
    const server = await serve((socket) => socket.end('220 mail.example ESMTP\r\n'));
    const outcome = await connect().request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    expect(outcome).toMatchObject({ kind: 'unknown', error: { code: 'malformed-answer' } });
    expect(server.connections()).toBe(1);
  });
});

describe('a request that was never sent', () => {
  it('to a closed port is reported as not sent', async () => {
    const url = await unusedUrl();
    const outcome = await connect().request({ method: 'POST', url, timeoutMs: 5000 });
    expect(outcome).toEqual({
      kind: 'failed',
      error: { code: 'no-route', vendor: 'telesocial', detail: 'ECONNREFUSED' },
    });
  });

  it('to a host that does not exist is reported as not sent', async () => {
    const url = new URL('http://nowhere.invalid/');
    const outcome = await connect().request({ method: 'POST', url, timeoutMs: 5000 });
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'no-route' } });
  });

  it('to a host without TLS is reported as a TLS error', async () => {
    const server = createTcpServer((socket) => socket.resume().end('plainly not TLS\r\n'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    cleanUps.push(() => new Promise((resolve) => server.close(resolve)));
    const { port } = server.address() as AddressInfo;
    const url = new URL(`https://127.0.0.1:${port}/`);
    const outcome = await connect().request({ method: 'POST', url, timeoutMs: 5000 });
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'tls' } });
  });

  it('to a host with no common cipher is reported as a TLS error', async () => {
    const server = createServer({}, (socket) => socket.end());
    server.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    cleanUps.push(() => new Promise((resolve) => server.close(resolve)));
    const { port } = server.address() as AddressInfo;
    const url = new URL(`https://127.0.0.1:${port}/`);
    const outcome = await connect().request({ method: 'POST', url, timeoutMs: 5000 });
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'tls' } });
  });

  it('that is aborted while it waits for a connection is never sent later', async () => {
    const held: Socket[] = [];
    const server = await serve((socket) => void held.push(socket));
    const client = connect({ connections: 1 });
    const first = client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    await eventually(() => held.length).toBe(1);
    const giveUp = new AbortController();
    const dispatched = untilDispatched();
    const second = client.request({
      method: 'POST',
      url: server.url,
      timeoutMs: 5000,
      signal: giveUp.signal,
    });
    await dispatched;
    giveUp.abort();
    expect(await second).toMatchObject({ kind: 'failed' });
    held[0]!.write(httpAnswer('one'));
    await first;
    const third = client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    await eventually(() => held.length).toBe(2);
    held[1]!.write(httpAnswer('three'));
    expect(await third).toMatchObject({ value: { text: 'three' } });
    expect(server.received()).not.toContain('POST');
  });
});

describe('a request that was sent', () => {
  const cuts: Record<string, (socket: Socket) => void> = {
    'before a response': (socket) => socket.destroy(),
    'in the headers of the response': (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-'),
    'in the body of the response': (socket) =>
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf'),
    'in a chunked body': (socket) =>
      socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf'),
  };
  for (const [where, cut] of Object.entries(cuts)) {
    it(`and cut off ${where} has no answer, and a POST is not sent again`, async () => {
      const server = await serve(cut);
      const outcome = await connect().request({ method: 'POST', url: server.url, timeoutMs: 5000 });
      expect(outcome).toMatchObject({ kind: 'unknown', error: { code: 'no-answer' } });
      expect(server.connections()).toBe(1);
    });
  }

  it('on a reused connection is sent only once if it is a POST and the connection is cut', async () => {
    const server = await serve((socket, nth) =>
      nth === 1 ? socket.write(httpAnswer('one')) : socket.destroy(),
    );
    const client = connect();
    await client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    const outcome = await client.request({ method: 'POST', url: server.url, timeoutMs: 5000 });
    expect(outcome).toMatchObject({ kind: 'unknown' });
    expect(server.received().match(/POST/g)).toHaveLength(1);
  });

  it('uses a new connection after the server closed the idle one', async () => {
    const closed: Promise<unknown>[] = [];
    const server = await serve((socket, nth) => {
      closed.push(once(socket, 'close'));
      if (nth === 1) socket.end(httpAnswer('one'));
      else socket.write(httpAnswer('two'));
    });
    const client = connect();
    await client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    await closed[0];
    const outcome = await client.request({ method: 'POST', url: server.url, timeoutMs: 5000 });
    expect(outcome).toMatchObject({ kind: 'done', value: { text: 'two' } });
    expect(server.received().match(/POST/g)).toHaveLength(1);
  });

  it('is sent a second time if it is a GET that was cut off', async () => {
    const server = await serve((socket, nth) =>
      nth === 1 ? socket.destroy() : socket.write(httpAnswer('second')),
    );
    const outcome = await connect().request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    expect(outcome).toMatchObject({ value: { text: 'second' } });
  });

  it('is not sent a third time, nor a second if the caller forbids it', async () => {
    const server = await serve((socket) => socket.destroy());
    const client = connect();
    const outcome = await client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    expect(outcome).toMatchObject({ kind: 'unknown', error: { code: 'no-answer' } });
    expect(server.connections()).toBe(2);
    await client.request({ method: 'GET', url: server.url, timeoutMs: 5000, canRepeat: false });
    expect(server.connections()).toBe(3);
  });

  it('has no answer if it times out, and a GET is not sent again', async () => {
    const server = await serve(() => undefined);
    const outcome = await connect().request({ method: 'GET', url: server.url, timeoutMs: 100 });
    expect(outcome).toMatchObject({
      kind: 'unknown',
      error: { code: 'no-answer', detail: 'deadline' },
    });
    expect(server.connections()).toBe(1);
  });

  it('has no answer if it times out in the body', async () => {
    const server = await serve((socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf'),
    );
    const outcome = await connect().request({ method: 'POST', url: server.url, timeoutMs: 200 });
    expect(outcome).toMatchObject({ kind: 'unknown', error: { detail: 'deadline' } });
  });

  it('has no answer if it is aborted', async () => {
    const giveUp = new AbortController();
    const server = await serve(() => giveUp.abort());
    const outcome = await connect().request({
      method: 'POST',
      url: server.url,
      timeoutMs: 5000,
      signal: giveUp.signal,
    });
    expect(outcome).toMatchObject({ kind: 'unknown', error: { detail: 'aborted' } });
  });

  it('has no answer if the client is closed', async () => {
    const client = connect();
    const server = await serve(() => void client.close());
    const outcome = await client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    expect(outcome).toMatchObject({ kind: 'unknown' });
    const later = await client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    expect(later).toMatchObject({ kind: 'failed' });
    expect(server.connections()).toBe(1);
  });

  it('has no answer if the client is closed after another connection was cut', async () => {
    let whenRequested: () => void = () => undefined;
    const server = await serve(() => whenRequested());
    const nextRequest = (): Promise<void> => new Promise((resolve) => (whenRequested = resolve));
    const client = connect();
    const first = nextRequest();
    const givingUp = new AbortController();
    const poll = { method: 'POST', url: server.url, timeoutMs: 60_000 } as const;
    void client.request({ ...poll, signal: givingUp.signal });
    await first;
    const second = nextRequest();
    const outcome = client.request(poll);
    // The only other connection to this host closes while this one is being opened.
    for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
    givingUp.abort();
    await second;
    await client.close();
    expect(await outcome).toMatchObject({ kind: 'unknown', error: { code: 'no-answer' } });
  });
});

describe('cookies', () => {
  const setCookies = 'Set-Cookie: SESSION=1; Path=/\r\nSet-Cookie: CSRF=2; Path=/path\r\n';

  it('are all kept, and sent where their path matches', async () => {
    const server = await serve((socket) => socket.write(httpAnswer('', '200 OK', setCookies)));
    const client = connect({ withCookies: true });
    await client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    expect(server.received()).not.toMatch(/cookie/i);
    await client.request({ method: 'POST', url: server.url, timeoutMs: 5000 });
    expect(server.received()).toMatch(/cookie: CSRF=2; SESSION=1\r\n/);
    await client.request({ method: 'GET', url: new URL('/', server.url), timeoutMs: 5000 });
    expect(server.received()).toMatch(/GET \/ HTTP[^]*cookie: SESSION=1\r\n/);
  });

  const hour = 3_600_000;
  it.each([
    ['a slow clock sets are kept', -hour, hour / 2, true],
    ['a fast clock expires are removed', hour, -1_000, false],
    ['the right clock sets are kept', 0, hour / 2, true],
    ['a slow clock expires are removed', -hour, -1_000, false],
  ])('that a server with %s', async (_name, offset, expiresIn, isKept) => {
    const serverNow = Date.now() + offset;
    const expires = new Date(serverNow + expiresIn).toUTCString();
    const headers =
      `Date: ${new Date(serverNow).toUTCString()}\r\n` +
      `Set-Cookie: JSESSIONID=1; Path=/; Expires=${expires}\r\n`;
    const server = await serve((socket) => socket.write(httpAnswer('', '200 OK', headers)));
    const client = connect({ withCookies: true });
    await client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    await client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    expect(server.received().includes('cookie: JSESSIONID=1\r\n')).toBe(isKept);
  });

  it.each(['Max-Age=' + '9'.repeat(400), 'Max-Age=NaN', 'Expires=never', 'Max-Age=1e9'])(
    'with an invalid number are kept as long as the client: %s',
    async (attribute) => {
      const headers = `Set-Cookie: JSESSIONID=1; Path=/; ${attribute}\r\n`;
      const server = await serve((socket) => socket.write(httpAnswer('', '200 OK', headers)));
      const client = connect({ withCookies: true });
      await client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
      await client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
      expect(server.received()).toContain('cookie: JSESSIONID=1\r\n');
    },
  );

  it('belong to one client, and are kept only if it asks for them', async () => {
    const server = await serve((socket) => socket.write(httpAnswer('', '200 OK', setCookies)));
    const plain = connect();
    await connect({ withCookies: true }).request({
      method: 'GET',
      url: server.url,
      timeoutMs: 5000,
    });
    await plain.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    await plain.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    expect(server.received()).not.toMatch(/cookie/i);
  });
});

describe('the log', () => {
  it('has method, host, path and status, and nothing that may be secret', async () => {
    const server = await serve((socket) => socket.write(httpAnswer('body-hush')));
    const client = connect();
    await client.request({
      method: 'POST',
      url: server.url,
      headers: { authorization: 'Basic header-hush' },
      body: 'form-hush',
      timeoutMs: 5000,
    });
    expect(client.log()).toContain('"path":"/path"');
    expect(client.log()).toContain('"status":200');
    expect(client.log()).toContain(`"host":"${server.url.host}"`);
    expect(client.log()).not.toContain('hush');
  });

  it('leaves out polls with the same result as the one before, and counts them', async () => {
    let status = '200 OK';
    const server = await serve((socket) => socket.write(httpAnswer('', status)));
    const client = connect();
    const poll = () => client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
    const statuses = () => client.log().match(/"status":\d+|"repeats":\d+/g);
    await poll();
    await poll();
    await poll();
    expect(statuses()).toEqual(['"status":200']);
    status = '503 Busy';
    await poll();
    expect(statuses()).toEqual(['"status":200', '"repeats":2', '"status":503']);
  });

  it('has every request that changes something', async () => {
    const server = await serve((socket) => socket.write(httpAnswer('')));
    const client = connect();
    await client.request({ method: 'POST', url: server.url, timeoutMs: 5000 });
    await client.request({ method: 'POST', url: server.url, timeoutMs: 5000 });
    expect(client.log().match(/"status":200/g)).toHaveLength(2);
  });

  it('has every failure', async () => {
    const client = connect();
    const url = await unusedUrl();
    await client.request({ method: 'GET', url, timeoutMs: 5000 });
    await client.request({ method: 'GET', url, timeoutMs: 5000 });
    expect(client.log().match(/"outcome":"failed"/g)).toHaveLength(2);
  });
});
