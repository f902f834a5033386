import type { Clock } from '../time/clock';
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

/** Converts a server's timestamps to this computer's clock. */
export interface ServerClock {
  /** Must be called with the headers of each answer. */
  noteAnswer(headers: HttpAnswer['headers']): void;
  /** In ms since the epoch. */
  readonly toLocal: (moment: number) => number;
}

/**
 * The difference is updated only if it has changed, so that converted timestamps stay the same.
 */
export function createServerClock(clock: Pick<Clock, 'now'>): ServerClock {
  let skew = 0;
  return {
    noteAnswer(headers) {
      if (headers.date === undefined) return;
      const measured = readClockSkew(headers, clock.now());
      if (Math.abs(measured - skew) >= MIN_SKEW_MS) skew = measured;
    },
    toLocal: (moment) => moment + skew,
  };
}
