import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { describe, expect, onTestFinished, vi } from 'vitest';
import type { AppError } from '../../../contract/errors';
import {
  createCaCertificates,
  type CaCertificatesOptions,
} from '../../../main/http/ca-certificates';
import type { HttpOutcome } from '../../../main/http/http-client';
import { createHttpClient } from '../../../main/http/undici-client';
import { createMemoryLogger } from '../../support/memory-logger';
import { httpAnswer, startRawServer } from '../../support/raw-server';
import { testInFolder as test } from '../../support/temporary-folder';
import { CA_CERTIFICATE, CA_FILE, startTlsFront } from '../../support/tls-files';

/** Sends a request to a server whose certificate the test CA signed. `problems` collects what was reported. */
async function ask(
  options: Omit<CaCertificatesOptions, 'onProblem'>,
): Promise<{ outcome: HttpOutcome; problems: AppError[] }> {
  const server = await startRawServer((socket) => socket.write(httpAnswer('trusted')));
  const front = await startTlsFront(Number(server.url.port));
  const problems: AppError[] = [];
  const client = createHttpClient({
    vendor: 'verba',
    logger: createMemoryLogger(),
    caCertificates: createCaCertificates({
      ...options,
      onProblem: (problem) => problems.push(problem),
    }),
  });
  onTestFinished(async () => {
    await client.close();
    await front.close();
    await server.close();
  });
  const url = new URL(`https://localhost:${front.port}/`);
  const outcome = await client.request({ method: 'POST', url, timeoutMs: 5000 });
  expect(server.received().includes('POST')).toBe(outcome.kind === 'done');
  return { outcome, problems };
}

const TRUSTED = { kind: 'done', value: { text: 'trusted' } };
const NOT_TRUSTED = { kind: 'failed', error: { code: 'tls', vendor: 'verba' } };

describe('the certificate of a company’s own CA', () => {
  test('is rejected until the CA is configured', async () => {
    const { outcome, problems } = await ask({});
    expect(outcome).toMatchObject(NOT_TRUSTED);
    expect(problems).toEqual([]);
  });

  test('is not accepted through an environment variable', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((await ask({})).outcome).toMatchObject(NOT_TRUSTED);
  });

  test('is accepted when a file contains the CA', async () => {
    expect((await ask({ file: CA_FILE })).outcome).toMatchObject(TRUSTED);
  });

  test('is accepted when this computer trusts the CA', async () => {
    expect((await ask({ readStore: () => [CA_CERTIFICATE] })).outcome).toMatchObject(TRUSTED);
  });
});

test('accepts the runtime’s own CAs in addition to the configured ones', async () => {
  const [added = ''] = rootCertificates;
  const { outcome } = await ask({ bundled: [CA_CERTIFICATE], readStore: () => [added] });
  expect(outcome).toMatchObject(TRUSTED);
});

describe('CA certificates that cannot be read', () => {
  test.for([
    { what: 'does not exist', content: undefined },
    { what: 'is empty', content: '' },
    { what: 'is not a certificate', content: CA_CERTIFICATE.replace(/M/g, 'A') },
  ])(
    'reports a file that $what, and goes on checking certificates',
    async ({ content }, { folder }) => {
      const file = join(folder, 'authorities.pem');
      if (content !== undefined) await writeFile(file, content);
      const { outcome, problems } = await ask({ file });
      expect(outcome).toMatchObject(NOT_TRUSTED);
      const [problem] = problems;
      expect(problem?.code).toBe('bad-input');
      expect(problem?.detail).toMatch(/^NODE_EXTRA_CA_CERTS: .*authorities\.pem/);
    },
  );

  test('reports a file with one damaged certificate, and uses the others in it', async ({
    folder,
  }) => {
    const file = join(folder, 'authorities.pem');
    await writeFile(file, `${CA_CERTIFICATE.replace(/M/g, 'A')}\n${CA_CERTIFICATE}`);
    const { outcome, problems } = await ask({ file });
    expect(outcome).toMatchObject(TRUSTED);
    expect(problems).toHaveLength(1);
  });

  test('reports a failing system store, and still uses the file', async () => {
    const { outcome, problems } = await ask({
      file: CA_FILE,
      readStore: () => {
        throw new Error('locked');
      },
    });
    expect(outcome).toMatchObject(TRUSTED);
    expect(problems).toHaveLength(1);
  });
});

test('reads CA certificates once for all clients', async () => {
  const authorities = createCaCertificates({ file: CA_FILE, onProblem: () => undefined });
  expect(await authorities.load()).toBe(await authorities.load());
});
