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
 * `now`, or a date); undefined without either. Timestamps are by the server's clock, which its `Date` header gives.
 */
export function readRetryMoment(headers: HttpAnswer['headers'], now: number): number | undefined {
  const [reset] = [headers['x-ratelimit-reset'] ?? []].flat();
  const moment = reset === undefined ? undefined : parseEpoch(reset);
  const skew = readClockSkew(headers, now);
  if (moment !== undefined) return moment + skew;

  const [retryAfter = ''] = [headers['retry-after'] ?? []].flat();
  const seconds = [reset ?? '', retryAfter].find((text) => /^[1-9]\d*$/.test(text.trim()));
  if (seconds !== undefined) return now + Number(seconds) * 1000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : date + skew;
}
