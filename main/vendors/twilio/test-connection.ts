import { fail, succeed, type Result } from '../../../contract/result';
import { createRateLimiter } from '../../http/rate-limiter';
import { createServerClock } from '../../http/server-clock';
import type { TwilioProfile } from '../../settings/sections/twilio';
import { createRateLimitBackoff } from '../shared/backoff';
import type { TestOptions } from '../shared/vendor-module';
import { createTwilioClient } from './client';

/** Lists the conferences of the account that are in progress. */
export async function testTwilio(options: TestOptions<TwilioProfile>): Promise<Result<null>> {
  const { clock } = options;
  const { signal } = new AbortController();
  const limiter = createRateLimiter({ minIntervalMs: 0, clock });
  const client = createTwilioClient({
    ...options,
    limiter,
    stopping: signal,
    rateLimit: createRateLimitBackoff({
      clock,
      limiter,
      random: Math.random,
      onStart: () => undefined,
    }),
    serverClock: createServerClock(clock),
  });
  const reply = await client.listConferences({ status: 'in-progress' }, signal);
  return reply.kind === 'done' ? succeed(null) : fail(reply.error);
}
