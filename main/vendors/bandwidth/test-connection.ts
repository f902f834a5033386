import { fail, succeed, type Result } from '../../../contract/result';
import { createRateLimiter } from '../../http/rate-limiter';
import { createServerClock } from '../../http/server-clock';
import type { BandwidthProfile } from '../../settings/sections/bandwidth';
import { createRateLimitBackoff } from '../shared/backoff';
import type { TestOptions } from '../shared/vendor-module';
import { createBandwidthClient } from './client';

/** Fetches one call of the account. */
export async function testBandwidth(options: TestOptions<BandwidthProfile>): Promise<Result<null>> {
  const { clock } = options;
  const { signal } = new AbortController();
  const limiter = createRateLimiter({ minIntervalMs: 0, clock });
  const client = createBandwidthClient({
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
  const reply = await client.probe(signal);
  return reply.kind === 'done' ? succeed(null) : fail(reply.error);
}
