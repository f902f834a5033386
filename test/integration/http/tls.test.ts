import tls, { type SecureVersion } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { createCaCertificates } from '../../../main/http/ca-certificates';
import type { HttpOutcome } from '../../../main/http/http-client';
import { createRoutes } from '../../../main/http/routes';
import { createHttpClient } from '../../../main/http/undici-client';
import { createMemoryLogger } from '../../support/memory-logger';
import { startProxy } from '../../support/proxy-server';
import { httpAnswer, startRawServer } from '../../support/raw-server';
import {
  CA_FILE,
  CN_ONLY_FILE,
  startTlsFront,
  type TlsFrontOptions,
} from '../../support/tls-files';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

type Target = 'directly' | 'through a proxy';

/** A server that uses TLS. */
async function serve(options: TlsFrontOptions): Promise<URL> {
  const server = await startRawServer((socket) => socket.write(httpAnswer('reached')));
  cleanUps.push(() => server.close());
  const front = await startTlsFront(Number(server.url.port), options);
  cleanUps.push(() => front.close());
  return new URL(`https://localhost:${front.port}/`);
}

/** Sends a request from a client that trusts the CA certificates in this file. */
async function ask(way: Target, url: URL, file: string): Promise<HttpOutcome> {
  const proxy = await startProxy({ port: Number(url.port) });
  cleanUps.push(() => proxy.close());
  const route = way === 'directly' ? 'DIRECT' : `PROXY ${proxy.url.host}`;
  const client = createHttpClient({
    vendor: 'genesys',
    logger: createMemoryLogger(),
    routes: createRoutes(() => Promise.resolve(route)),
    caCertificates: createCaCertificates({ file, readStore: () => [], onProblem: () => undefined }),
  });
  cleanUps.push(() => client.close());
  return client.request({ method: 'GET', url, timeoutMs: 5000 });
}

/** What `NODE_OPTIONS=--tls-min-v1.0` does, plus the OpenSSL ciphers that the old versions need. */
function allowOldVersions(): void {
  const before = { version: tls.DEFAULT_MIN_VERSION, ciphers: tls.DEFAULT_CIPHERS };
  tls.DEFAULT_MIN_VERSION = 'TLSv1';
  tls.DEFAULT_CIPHERS = 'DEFAULT@SECLEVEL=0';
  cleanUps.push(() => {
    tls.DEFAULT_MIN_VERSION = before.version;
    tls.DEFAULT_CIPHERS = before.ciphers;
  });
}

describe.each<Target>(['directly', 'through a proxy'])('%s', (way) => {
  async function askSpeaking(maxVersion: SecureVersion): Promise<HttpOutcome> {
    allowOldVersions();
    const url = await serve({ minVersion: 'TLSv1', maxVersion, ciphers: 'ALL@SECLEVEL=0' });
    return ask(way, url, CA_FILE);
  }

  test('accepts TLS 1.2', async () => {
    expect(await askSpeaking('TLSv1.2')).toMatchObject({ value: { text: 'reached' } });
  });

  test('refuses TLS 1.1, even if the environment allows it', async () => {
    expect(await askSpeaking('TLSv1.1')).toMatchObject({
      kind: 'failed',
      error: { code: 'tls' },
    });
  });

  test('refuses a certificate that names the host only in its common name', async () => {
    const url = await serve({ certificate: 'cn-only' });
    expect(await ask(way, url, CN_ONLY_FILE)).toMatchObject({
      kind: 'failed',
      error: { code: 'tls', detail: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    });
  });
});
