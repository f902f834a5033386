import { fail, type Result } from '../../contract/result';
import type { Vendor } from '../../contract/vendors';
import type { Network } from '../http/connection-pool';
import type { HttpClient } from '../http/http-client';
import { createHttpClient } from '../http/undici-client';
import type { Logger } from '../log/logger';
import type { Profile } from '../settings/profile';
import type { Clock } from '../time/clock';
import { VENDORS } from './vendors';

export interface TestServiceOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly network: Network;
}

/**
 * Sends one request that changes nothing to a service of the profile. It uses a separate
 * connection, so that the session in use is not affected. It is never repeated, because that could
 * lock the account.
 */
export async function testService(
  profile: Profile,
  vendor: Vendor,
  { clock, logger, network }: TestServiceOptions,
): Promise<Result<null>> {
  const module = VENDORS.find((one) => one.vendor === vendor);
  if (module === undefined) return fail({ code: 'bad-input', detail: 'section' });
  const http = createHttpClient({ vendor, logger, withCookies: true, ...network });
  try {
    return await module.test(profile, {
      agent: profile.agent,
      http: sendOnce(http),
      clock,
      logger,
    });
  } finally {
    await http.close();
  }
}

function sendOnce(http: HttpClient): HttpClient {
  return {
    request: (request) => http.request({ ...request, canRepeat: false }),
    close: () => http.close(),
  };
}
