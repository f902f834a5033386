import { REQUESTS, type RequestName, type RequestRate } from '../../contract/channels';

/**
 * Limits the rate of requests that change something. The limit is higher than any person needs.
 */
export interface RequestLimiter {
  /**
   * Counts a request. `refused-again` means that the previous one was refused too, so it need not
   * be logged.
   */
  admit(name: RequestName): 'admitted' | 'refused' | 'refused-again';
}

interface Limit {
  /** How many are allowed at once. */
  readonly burst: number;
  /** How many more are allowed per second after that. */
  readonly perSecond: number;
}

/** Requests that only read are not limited. */
const LIMITS: Record<Exclude<RequestRate, 'read'>, Limit> = {
  deliberate: { burst: 5, perSecond: 1 },
  quick: { burst: 20, perSecond: 10 },
  bulk: { burst: 50, perSecond: 10 },
};

interface Bucket {
  tokens: number;
  filledAt: number;
  hasRefused: boolean;
}

/** One token bucket per request name. `elapsed` is a monotonic clock, in ms. */
export function createRequestLimiter(elapsed: () => number): RequestLimiter {
  const buckets = new Map<RequestName, Bucket>();
  return {
    admit: (name) => {
      const { rate } = REQUESTS[name];
      if (rate === 'read') return 'admitted';
      const limit = LIMITS[rate];
      const now = elapsed();
      const bucket = buckets.get(name) ?? {
        tokens: limit.burst,
        filledAt: now,
        hasRefused: false,
      };
      buckets.set(name, bucket);
      const gained = ((now - bucket.filledAt) / 1_000) * limit.perSecond;
      bucket.tokens = Math.min(limit.burst, bucket.tokens + gained);
      bucket.filledAt = now;
      if (bucket.tokens < 1) {
        const answer = bucket.hasRefused ? 'refused-again' : 'refused';
        bucket.hasRefused = true;
        return answer;
      }
      bucket.tokens -= 1;
      bucket.hasRefused = false;
      return 'admitted';
    },
  };
}
