import { afterEach, beforeEach, expect, test } from 'vitest';
import { testService } from '../../../main/runtime/test-service';
import { checkProfile } from '../../../main/settings/parse-profile';
import { systemClock } from '../../../main/time/system-clock';
import { startSimulator, type Simulator } from '../../../simulator/simulator';
import { createMemoryLogger } from '../../support/memory-logger';
import { refuseWithSecrets, secretsOf } from '../../support/secrets';
import { startStubServer, type StubAnswer, type StubServer } from '../../support/stub-server';

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

test.each(['genesys', 'telesocial', 'bandwidth', 'verba', 'twilio'] as const)(
  'secrets are removed from the message of a refusal: %s',
  async (vendor) => {
    const secrets = secretsOf(simulator)[vendor];
    answer = refuseWithSecrets(simulator, vendor);
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
    expect(result.ok ? undefined : result.error.detail).toContain(`Bad: ${marks}`);
    for (const secret of secrets) expect(logger.text()).not.toContain(secret);
  },
);
