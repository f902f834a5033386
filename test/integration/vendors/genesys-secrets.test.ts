import { afterEach, expect, test } from 'vitest';
import type { HttpClient } from '../../../main/http/http-client';
import { createHttpClient } from '../../../main/http/undici-client';
import { connectGenesys, startGenesys } from '../../support/genesys-harness';
import type { GenesysHarness } from '../../support/genesys-harness';
import { createMemoryLogger } from '../../support/memory-logger';

/** The vendor's messages can quote the request that they are about, including its headers. */
let harness: GenesysHarness;
/** The cookies and CSRF tokens that the service issued. */
let handedOut: string[];

afterEach(() => harness.stop());

function createListeningHttp(): HttpClient {
  const http = createHttpClient({
    vendor: 'genesys',
    logger: createMemoryLogger(),
    withCookies: true,
  });
  return {
    close: () => http.close(),
    async request(request) {
      const outcome = await http.request(request);
      if (outcome.kind === 'done') {
        const { headers } = outcome.value;
        const cookies = [headers['set-cookie'] ?? []].flat();
        handedOut.push(...cookies.map((line) => /=([^;]*)/.exec(line)![1]!));
        handedOut.push(...[headers['x-csrf-token'] ?? []].flat());
      }
      return outcome;
    },
  };
}

function secrets(): string[] {
  const { userName, password } = harness.simulator.profile.genesys;
  return [password, Buffer.from(`${userName}:${password}`).toString('base64'), ...handedOut];
}

function quoteAll(match: { readonly path?: string; readonly operation?: string }, code: number) {
  const body = JSON.stringify({ statusCode: code, statusMessage: `Bad: ${secrets().join(' ')}` });
  harness.simulator.setFaults([{ match, effect: { kind: 'status', status: 500, body } }]);
}

test('session secrets are removed from the message of a refusal', async () => {
  handedOut = [];
  harness = await connectGenesys({ createHttp: createListeningHttp });
  const { id } = harness.simulator.genesys.arrive({ from: '15001' });
  await harness.recorder.whenCall(({ reference }) => reference === id);
  expect(new Set(handedOut).size).toBeGreaterThanOrEqual(3);
  quoteAll({ operation: 'Answer' }, 4);
  const answer = await harness.telephony.perform({ kind: 'answer', callId: `genesys:${id}` });
  expect(answer).toMatchObject({ kind: 'failed', error: { code: 'refused' } });
  expect(JSON.stringify(answer)).toContain('Bad: [secret] [secret]');
  for (const secret of secrets()) expect(JSON.stringify(answer)).not.toContain(secret);
});

test('session secrets are removed from the reason of a refused sign-in', async () => {
  handedOut = [];
  harness = await startGenesys({ createHttp: createListeningHttp });
  quoteAll({ path: '/api/v2/me' }, 20);
  harness.telephony.start();
  const { reason } = await harness.recorder.whenConnection('signed-out', 'wrong-credentials');
  expect(reason?.detail).toBe('Bad: [secret] [secret]');
});
