import { fail, succeed, type Result } from '../../../contract/result';
import type { TwilioProfile } from '../../settings/sections/twilio';
import type { TestOptions } from '../shared/vendor-module';
import { createAccount } from './account';

/** Lists the conferences of the account that are in progress. */
export async function testTwilio(options: TestOptions<TwilioProfile>): Promise<Result<null>> {
  const { signal } = new AbortController();
  const { client } = createAccount({
    ...options,
    random: Math.random,
    minIntervalMs: 0,
    stopping: signal,
    onRateLimit: () => undefined,
  });
  const reply = await client.listConferences({ status: 'in-progress' }, signal);
  return reply.kind === 'done' ? succeed(null) : fail(reply.error);
}
