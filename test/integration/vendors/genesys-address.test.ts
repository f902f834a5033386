import { expect, onTestFinished, test } from 'vitest';
import { createHttpClient } from '../../../main/http/undici-client';
import { createGenesysTelephony } from '../../../main/vendors/genesys/genesys-telephony';
import { systemClock } from '../../../main/time/system-clock';
import { createMemoryLogger } from '../../support/memory-logger';
import { startStubServer, type StubAnswer, type StubRequest } from '../../support/stub-server';
import { createVendorRecorder } from '../../support/vendor-recorder';

async function connectTo(answer: (request: StubRequest) => StubAnswer) {
  const server = await startStubServer(answer);
  onTestFinished(() => server.close());
  const recorder = createVendorRecorder();
  const logger = createMemoryLogger();
  const telephony = createGenesysTelephony({
    profile: { baseUrl: server.baseUrl, userName: 'eta', password: 'hush', session: 'attach' },
    agent: { name: 'Eta' },
    createHttp: () => createHttpClient({ vendor: 'genesys', logger, withCookies: true }),
    clock: systemClock,
    listener: recorder,
    logger,
    random: () => 0,
  });
  onTestFinished(() => telephony.stop());
  telephony.start();
  await recorder.untilConnection('error');
  return recorder.connections[1];
}

test.each([
  ['no page', { status: 404, body: '' }, 'wrong-address'],
  ['a page', { status: 404, body: '<html>' }, 'wrong-address'],
  ['another API', { status: 404, body: '{"statusCode":404,"error":"x"}' }, 'wrong-address'],
  ['the API without this resource', { status: 404, body: '{"statusCode":6}' }, 'wrong-address'],
  ['an empty answer', { body: '' }, 'malformed-answer'],
  ['a captive portal', { body: '<html>Sign in to the Wi-Fi</html>' }, 'malformed-answer'],
  ['another API’s yes', { body: '{"statusCode":200}' }, 'malformed-answer'],
] as const)('%s at the address is recognized and reported', async (_name, answer, code) => {
  expect(await connectTo(() => answer)).toMatchObject({ state: 'error', reason: { code } });
});

test('notifications at a wrong address are reported too', async () => {
  const connection = await connectTo(({ path }) =>
    path === '/api/v2/me' ? { body: '{"statusCode":0}' } : { status: 404, body: '<html>' },
  );
  expect(connection).toMatchObject({ state: 'error', reason: { code: 'wrong-address' } });
});
