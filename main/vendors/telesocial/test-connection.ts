import { fail, succeed, type Result } from '../../../contract/result';
import { createRateLimiter } from '../../http/rate-limiter';
import type { TelesocialProfile } from '../../settings/sections/telesocial';
import { createRateLimitBackoff } from '../shared/backoff';
import type { TestOptions } from '../shared/vendor-module';
import { createTelesocialClient } from './client';
import { findProbeError } from './probe';

/** Reads the list of active TalkSpaces. */
export async function testTelesocial(
  options: TestOptions<TelesocialProfile>,
): Promise<Result<null>> {
  const { clock } = options;
  const limiter = createRateLimiter({ minIntervalMs: 0, clock });
  const rateLimit = createRateLimitBackoff({
    clock,
    limiter,
    random: Math.random,
    onStart: () => undefined,
  });
  const client = createTelesocialClient({ ...options, limiter, rateLimit });
  const error = findProbeError(await client.listActive(new AbortController().signal));
  return error === undefined ? succeed(null) : fail(error);
}
