import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuietReason } from '../../../contract/quiet-times';
import { setUpTimeZone } from '../../support/time-zone';

const MINUTE_MS = 60_000;
/** Daylight saving time in Berlin begins on the first of these days and ends on the second. */
const FORWARD = Date.UTC(2026, 2, 29);
const BACK = Date.UTC(2026, 9, 25);

setUpTimeZone('Europe/Berlin');

function isQuiet(from: string, to: string, now: number): boolean {
  const quietHours = { isOn: true, from, to };
  return findQuietReason({ doNotDisturb: 'off', quietHours }, now) === 'quiet-hours';
}

/** Counts the quiet minutes in the 24 hours after a time. */
function countQuiet(from: string, to: string, start: number): number {
  return Array.from({ length: 24 * 60 }, (_, minute) => start + minute * MINUTE_MS).filter((now) =>
    isQuiet(from, to, now),
  ).length;
}

describe('quiet hours', () => {
  it('include their first minute and exclude the minute at which they end', () => {
    const at = (hour: number, minute: number) => new Date(2026, 0, 5, hour, minute).getTime();
    expect(isQuiet('12:00', '13:30', at(11, 59))).toBe(false);
    expect(isQuiet('12:00', '13:30', at(12, 0))).toBe(true);
    expect(isQuiet('12:00', '13:30', at(13, 29))).toBe(true);
    expect(isQuiet('12:00', '13:30', at(13, 30))).toBe(false);
  });

  it('can last past midnight', () => {
    const at = (day: number, hour: number) => new Date(2026, 0, day, hour).getTime();
    expect(isQuiet('22:00', '06:00', at(5, 21))).toBe(false);
    expect(isQuiet('22:00', '06:00', at(5, 23))).toBe(true);
    expect(isQuiet('22:00', '06:00', at(6, 5))).toBe(true);
    expect(isQuiet('22:00', '06:00', at(6, 6))).toBe(false);
  });

  it('last all day if start and end are the same', () => {
    expect(countQuiet('09:00', '09:00', Date.UTC(2026, 0, 5))).toBe(24 * 60);
  });

  it('follow local time when daylight saving time begins and ends', () => {
    const noonBefore = (day: number) => day - 12 * 60 * MINUTE_MS;
    expect(countQuiet('22:00', '06:00', noonBefore(Date.UTC(2026, 0, 5)))).toBe(8 * 60);
    expect(countQuiet('22:00', '06:00', noonBefore(FORWARD))).toBe(7 * 60);
    expect(countQuiet('22:00', '06:00', noonBefore(BACK))).toBe(9 * 60);
  });

  it('follow local time at every minute of those days', () => {
    const wall = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Berlin',
      hour: '2-digit',
      minute: '2-digit',
    });
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const moment = fc
      .tuple(fc.constantFrom(FORWARD, BACK), fc.integer({ min: -720, max: 1_440 }))
      .map(([day, minutes]) => day + minutes * MINUTE_MS);
    fc.assert(
      fc.property(time, time, moment, (from, to, now) => {
        const shown = wall.format(now);
        // Two times divide the day into two ranges; this is one of them.
        const isInside =
          [from, to].sort()[0] === from
            ? shown >= from && shown < to
            : !(shown >= to && shown < from);
        expect(isQuiet(from, to, now)).toBe(from === to || isInside);
      }),
    );
  });
});

describe('do not disturb', () => {
  const quietHours = { isOn: true, from: '00:00', to: '00:00' };
  it('lasts until its end time, and quiet hours still apply after that', () => {
    const reason = (now: number) => findQuietReason({ doNotDisturb: 1_000, quietHours }, now);
    expect(reason(999)).toBe('do-not-disturb');
    expect(reason(1_000)).toBe('quiet-hours');
  });

  it('without an end time lasts until it is switched off', () => {
    const off = { ...quietHours, isOn: false };
    expect(findQuietReason({ doNotDisturb: 'on', quietHours: off }, 0)).toBe('do-not-disturb');
    expect(findQuietReason({ doNotDisturb: 'off', quietHours: off }, 0)).toBeUndefined();
  });
});
