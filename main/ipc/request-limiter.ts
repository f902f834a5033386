import type { RequestChannel } from '../../contract/channels';

/** Keeps requests that change something to a rate that no hand exceeds. */
export interface RequestLimiter {
  /** Counts a request. `refused-again` follows a refusal on the same entry: it need not be logged. */
  admit(channel: RequestChannel): 'admitted' | 'refused' | 'refused-again';
}

interface Limit {
  /** How many may come at once. */
  readonly burst: number;
  /** How many more may come each second after that. */
  readonly perSecond: number;
}

/** What takes a dialog or some thought each time. */
const DELIBERATE: Limit = { burst: 5, perSecond: 1 };
/** What is pressed in a row: keys of the keypad, mute and unmute, one call after the other. */
const QUICK: Limit = { burst: 20, perSecond: 10 };

/** Entries that are absent only read what is there. */
const LIMITS: Partial<Record<RequestChannel, Limit>> = {
  'network:report-change': DELIBERATE,
  'call:show': QUICK,
  'call:perform': QUICK,
  'call:dial': DELIBERATE,
  'talkspace:start': DELIBERATE,
  'conference:watch': DELIBERATE,
  'conference:create': DELIBERATE,
  'recording:perform': DELIBERATE,
  'history:export': DELIBERATE,
  'history:clear': DELIBERATE,
  'history:keep-for': DELIBERATE,
  'preferences:set-roster-notifications': DELIBERATE,
  // "Dismiss all" sends one for each message.
  'command:dismiss': { burst: 50, perSecond: 10 },
  'connection:retry': DELIBERATE,
  'app:quit': DELIBERATE,
};

interface Bucket {
  tokens: number;
  filledAt: number;
  hasRefused: boolean;
}

/** A token bucket for each entry. `elapsed` counts milliseconds and never goes back. */
export function createRequestLimiter(elapsed: () => number): RequestLimiter {
  const buckets = new Map<RequestChannel, Bucket>();
  return {
    admit: (channel) => {
      const limit = LIMITS[channel];
      if (limit === undefined) return 'admitted';
      const now = elapsed();
      const bucket = buckets.get(channel) ?? {
        tokens: limit.burst,
        filledAt: now,
        hasRefused: false,
      };
      buckets.set(channel, bucket);
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
