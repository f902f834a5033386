import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { HttpOutcome } from '../../../main/http/http-client';
import { createHttpClient } from '../../../main/http/undici-client';
import { createMemoryLogger } from '../../support/memory-logger';
import { startRawServer, type RawServer } from '../../support/raw-server';

async function ask(encoding: string, body: Buffer): Promise<HttpOutcome & { server: RawServer }> {
  const server = await startRawServer((socket) => {
    const lines = ['HTTP/1.1 200 OK', encoding, `Content-Length: ${body.length}`, '', ''];
    socket.write(lines.join('\r\n'));
    socket.write(body);
  });
  onTestFinished(() => server.close());
  const client = createHttpClient({ vendor: 'genesys', logger: createMemoryLogger() });
  onTestFinished(() => client.close());
  const outcome = await client.request({ method: 'GET', url: server.url, timeoutMs: 5000 });
  return { ...outcome, server };
}

const TEXT = '{"grüße":1}';

test.each([
  ['Content-Encoding: gzip', gzipSync(TEXT)],
  ['Content-Encoding: X-GZIP', gzipSync(TEXT)],
  ['Content-Encoding: deflate', deflateSync(TEXT)],
  ['Content-Encoding: deflate', deflateRawSync(TEXT)],
  ['Content-Encoding: br', brotliCompressSync(TEXT)],
  ['Content-Encoding: identity', Buffer.from(TEXT)],
  ['Content-Encoding: gzip', Buffer.alloc(0)],
  ['Content-Encoding: gzip, br', brotliCompressSync(gzipSync(TEXT))],
  ['Content-Encoding: gzip\r\nContent-Encoding: br', brotliCompressSync(gzipSync(TEXT))],
])('decodes a response with %s', async (encoding, body) => {
  const outcome = await ask(encoding, body);
  expect(outcome).toMatchObject({ value: { status: 200, text: body.length === 0 ? '' : TEXT } });
  expect(outcome.server.received()).toContain('accept-encoding: gzip, deflate, br\r\n');
});

const BOMB = Buffer.alloc(64 * 1024 * 1024);

test.each([
  ['gzip', gzipSync(BOMB)],
  ['deflate', deflateSync(BOMB)],
  ['br', brotliCompressSync(BOMB)],
  ['gzip, gzip', gzipSync(gzipSync(BOMB))],
])('rejects a decompression bomb in %s', async (encoding, body) => {
  expect(await ask(`Content-Encoding: ${encoding}`, body)).toMatchObject({
    kind: 'unknown',
    error: { code: 'malformed-answer', detail: 'too-large' },
  });
});

test.each([
  ['gzip', Buffer.from(TEXT)],
  ['gzip', gzipSync(TEXT).subarray(0, -12)],
  ['zstd', Buffer.from(TEXT)],
  ['gzip, gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(gzipSync(TEXT))))],
])(
  'reports a body that is not encoded as declared (%s) as malformed, and does not request it again',
  async (...answer) => {
    const [encoding, body] = answer;
    const outcome = await ask(`Content-Encoding: ${encoding}`, body);
    expect(outcome).toMatchObject({ kind: 'unknown', error: { code: 'malformed-answer' } });
    expect(outcome.server.connections()).toBe(1);
  },
);
