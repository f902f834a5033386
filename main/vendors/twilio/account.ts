import { createRateLimiter } from '../../http/rate-limiter';
import { createServerClock, type ServerClock } from '../../http/server-clock';
import type { TwilioProfile } from '../../settings/sections/twilio';
import { createRateLimitBackoff, type RateLimitBackoff } from '../shared/backoff';
import type { TestOptions } from '../shared/vendor-module';
import { createTwilioClient, type TwilioClient } from './client';

/** Access to the service with one account. All requests share one limit. */
export interface Account {
  readonly client: TwilioClient;
  readonly rateLimit: RateLimitBackoff;
  readonly serverClock: ServerClock;
}

interface AccountOptions extends Omit<TestOptions<TwilioProfile>, 'agent'> {
  readonly random: () => number;
  /** The minimum time between two requests, in ms. */
  readonly minIntervalMs: number;
  readonly stopping: AbortSignal;
  /** Called when the service asked for a delay. */
  readonly onRateLimit: () => void;
}

export function createAccount(options: AccountOptions): Account {
  const { profile, http, clock, logger, random, minIntervalMs, stopping, onRateLimit } = options;
  const limiter = createRateLimiter({ minIntervalMs, clock });
  const rateLimit = createRateLimitBackoff({ clock, limiter, random, onStart: onRateLimit });
  const serverClock = createServerClock(clock);
  const client = createTwilioClient({
    profile,
    http,
    clock,
    limiter,
    stopping,
    rateLimit,
    serverClock,
    logger,
  });
  return { client, rateLimit, serverClock };
}
