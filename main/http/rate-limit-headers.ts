import type { HttpAnswer } from './http-client';
import { readClockSkew } from './server-clock';

/** A smaller timestamp is in seconds: in ms it would be before 1973. */
const MIN_EPOCH_MS = 100_000_000_000;
/** A smaller number is no timestamp: it would be before 2001. */
const MIN_EPOCH_SECONDS = 1_000_000_000;

/** A Unix timestamp in seconds or ms, as ms; undefined if it is none. */
export function parseEpoch(text: string): number | undefined {
  const value = Number(text);
  if (!Number.isFinite(value) || value < MIN_EPOCH_SECONDS) return undefined;
  return value < MIN_EPOCH_MS ? value * 1000 : value;
}

/**
 * When the next request may be sent, in ms since the epoch by this computer's clock: from
 * `X-RateLimit-Reset` (a Unix timestamp, or seconds from `now`), else from `Retry-After` (seconds from
 * `now`, or a date); undefined if neither is in the future. Timestamps are by the server's clock, which its `Date`
 * header gives.
 */
export function readRetryMoment(headers: HttpAnswer['headers'], now: number): number | undefined {
  const [reset = ''] = [headers['x-ratelimit-reset'] ?? []].flat();
  const [retryAfter = ''] = [headers['retry-after'] ?? []].flat();
  const epoch = parseEpoch(reset);
  const skew = readClockSkew(headers, now);
  const moments = [
    epoch === undefined ? now + parseSeconds(reset) * 1000 : epoch + skew,
    now + parseSeconds(retryAfter) * 1000,
    parseDate(retryAfter) + skew,
  ];
  return moments.find((moment) => moment > now);
}

/** NaN if it is no number. */
function parseSeconds(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
}

/** In ms since the epoch; NaN if it is no date. `Date.parse` takes any number for a year or a month. */
function parseDate(text: string): number {
  return /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
}
