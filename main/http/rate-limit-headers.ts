import type { HttpAnswer } from './http-client';
import { readClockSkew } from './server-clock';

/** Below this a number of the epoch counts seconds: in ms it would be a day of 1970 to 1971. */
const SMALLEST_IN_MS = 100_000_000_000;

/** A moment of the epoch as vendors write it, in seconds or in ms, as ms; undefined when it is none. */
export function parseEpoch(text: string): number | undefined {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0) return undefined;
  return value < SMALLEST_IN_MS ? value * 1000 : value;
}

/**
 * Until when the vendor wants no request, in ms since the epoch by this computer's clock: from
 * `X-RateLimit-Reset` (a moment of the epoch), else from `Retry-After` (seconds from `now`, or a date);
 * undefined when it says neither. Moments are by the server's clock, which its `Date` shows.
 */
export function readRetryMoment(headers: HttpAnswer['headers'], now: number): number | undefined {
  const [reset] = [headers['x-ratelimit-reset'] ?? []].flat();
  const moment = reset === undefined ? undefined : parseEpoch(reset);
  const skew = readClockSkew(headers, now);
  if (moment !== undefined) return moment + skew;

  const [retryAfter] = [headers['retry-after'] ?? []].flat();
  if (retryAfter === undefined) return undefined;
  if (/^\d+$/.test(retryAfter.trim())) return now + Number(retryAfter) * 1000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : date + skew;
}
