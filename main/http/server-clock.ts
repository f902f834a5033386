import type { HttpAnswer } from './http-client';

/** `Date` counts whole seconds and the answer was on its way: less than this is no difference, in ms. */
const MIN_SKEW_MS = 2_000;

/**
 * How far this computer's clock, which shows `now`, is ahead of the server's, in ms: a moment that the
 * answer names is that much later here. 0 where the answer has no `Date`.
 */
export function readClockSkew(headers: HttpAnswer['headers'], now: number): number {
  const [date = ''] = [headers.date].flat();
  const skew = now - Date.parse(date);
  return Math.abs(skew) >= MIN_SKEW_MS ? skew : 0;
}
