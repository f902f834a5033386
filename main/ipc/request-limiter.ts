import { REQUESTS, type RequestName, type RequestRate } from '../../contract/channels';

/** Limits requests that change something to a rate that nobody exceeds by hand. */
export interface RequestLimiter {
  /** Counts a request. `refused-again` follows a refusal of the same request: it need not be logged. */
  admit(name: RequestName): 'admitted' | 'refused' | 'refused-again';
}

interface Limit {
  /** How many may come at once. */
  readonly burst: number;
  /** How many more may come each second after that. */
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

/** A token bucket for each request. `elapsed` counts milliseconds and never goes back. */
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
