import { expect, onTestFinished, test } from 'vitest';
import { createHttpClient } from '../../../main/http/undici-client';
import { createSession } from '../../../main/vendors/genesys/session';
import { createSessionSecrets } from '../../../main/vendors/genesys/session-secrets';
import { createMemoryLogger } from '../../support/memory-logger';
import { startStubServer, type StubRequest } from '../../support/stub-server';

/** The headers of a POST after a sign-in whose response had these headers. */
async function postAfter(headers: Readonly<Record<string, string>>): Promise<StubRequest> {
  const server = await startStubServer(() => ({ headers, body: '{"statusCode":0}' }));
  onTestFinished(() => server.close());
  const { baseUrl } = server;
  const profile = { baseUrl, userName: 'eta', password: 'hush', session: 'attach' } as const;
  const http = createHttpClient({ vendor: 'genesys', logger: createMemoryLogger() });
  const session = createSession(profile, http, createSessionSecrets(profile), createMemoryLogger());
  onTestFinished(() => session.close());
  await session.signIn();
  await session.operate('/me/calls/1', { operationName: 'Hold' });
  const post = server.requests.find(({ method }) => method === 'POST');
  if (post === undefined) throw new Error('Nothing was posted.');
  return post;
}

test.each(['X-CSRF-TOKEN', 'X-XSRF-Token', 'CSRFToken', 'x-anti-forgery'])(
  'the token is sent in the header that the server named: %s',
  async (name) => {
    const { headers } = await postAfter({ 'X-CSRF-HEADER': name, [name]: 'token-1' });
    expect(headers[name.toLowerCase()]).toBe('token-1');
  },
);

test('a token from the default header is sent in the header that the server named', async () => {
  const { headers } = await postAfter({ 'X-CSRF-HEADER': 'X-App', 'X-CSRF-TOKEN': 'token-1' });
  expect(headers).toMatchObject({ 'x-app': 'token-1' });
  expect(headers).not.toHaveProperty('x-csrf-token');
});

test.each([
  'Host',
  'cookie',
  'Authorization',
  'Connection',
  'Transfer-Encoding',
  'Content-Length',
  'Content-Type',
  'Proxy-Authorization',
  'Expect',
  'Upgrade',
  'X-Forwarded-Host',
  'X-HTTP-Method-Override',
  'X-CSRF TOKEN',
  `X-${'a'.repeat(200)}`,
])('a response cannot set our header %s', async (name) => {
  const value = 'evil.invalid';
  const { headers } = await postAfter({
    'X-CSRF-HEADER': name,
    'X-CSRF-TOKEN': value,
    ...(/ |Connection|Length|Encoding|Upgrade/.test(name) ? {} : { [name]: value }),
  });
  const { 'x-csrf-token': token, ...others } = headers;
  expect(token).toBe(value);
  expect(JSON.stringify(others)).not.toContain(value);
});

test('no token is sent if the server names no header', async () => {
  const { headers } = await postAfter({ 'X-CSRF-TOKEN': 'token-1' });
  expect(JSON.stringify(headers)).not.toContain('token-1');
});
