import { afterEach, beforeEach, expect, test } from 'vitest';
import { testService } from '../../../main/runtime/test-service';
import { checkProfile } from '../../../main/settings/parse-profile';
import { systemClock } from '../../../main/time/system-clock';
import { startSimulator, type Simulator } from '../../../simulator/simulator';
import { createMemoryLogger } from '../../support/memory-logger';
import { secretsOf } from '../../support/secrets';
import { startStubServer, type StubAnswer, type StubServer } from '../../support/stub-server';
import { no } from '../../support/verba-harness';

/** A service's message can quote the request that it is about, with its headers and parameters. */
let simulator: Simulator;
let server: StubServer;
let answer: StubAnswer;
beforeEach(async () => {
  simulator = await startSimulator();
  server = await startStubServer(() => answer);
});
afterEach(async () => {
  await server.close();
  await simulator.close();
});

const json = (status: number, body: object): StubAnswer => ({ status, body: JSON.stringify(body) });

test.each([
  ['genesys', (said: string) => json(500, { statusCode: 4, statusMessage: said })],
  ['telesocial', (said: string) => json(400, { ErrorResponse: { message: said, status: 400 } })],
  ['bandwidth', (said: string) => json(400, { code: 'bad-request', message: said })],
  ['twilio', (said: string) => json(400, { code: 20001, message: said, status: 400 })],
  ['verba', (said: string) => ({ body: no(said) })],
] as const)('secrets are removed from the message of a refusal: %s', async (vendor, refuse) => {
  const secrets = secretsOf(simulator)[vendor];
  answer = refuse(`Bad: ${secrets.join(' ')}`);
  const whole = { ...simulator.profile, twilio: simulator.twilioProfile };
  const section = { ...whole[vendor], baseUrl: server.baseUrl };
  const checked = checkProfile({ ...whole, [vendor]: section });
  if (!checked.ok) throw new Error(checked.mistakes.join('; '));
  const logger = createMemoryLogger();
  const result = await testService(checked.value, vendor, {
    clock: systemClock,
    logger,
    network: {},
  });
  const marks = secrets.map(() => '[secret]').join(' ');
  expect(result).toMatchObject({
    ok: false,
    error: { detail: expect.stringContaining(`Bad: ${marks}`) },
  });
  for (const secret of secrets) expect(logger.text()).not.toContain(secret);
});
