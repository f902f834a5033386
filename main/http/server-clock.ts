import type { HttpAnswer } from './http-client';

/** A smaller difference is due to `Date` having whole seconds and to the answer's travel time, in ms. */
const MIN_SKEW_MS = 2_000;

/**
 * How far this computer's clock, which shows `now`, is ahead of the server's, in ms. Add it to timestamps
 * in the answer. 0 if the answer has no `Date`.
 */
export function readClockSkew(headers: HttpAnswer['headers'], now: number): number {
  const [date = ''] = [headers.date].flat();
  const skew = now - Date.parse(date);
  return Math.abs(skew) >= MIN_SKEW_MS ? skew : 0;
}
