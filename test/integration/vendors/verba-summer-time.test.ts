import { describe, expect, it } from 'vitest';
import {
  formatTime,
  listPeriods,
  parseTimes,
  secondsBetween,
} from '../../../main/vendors/verba/recorder-time';
import { setUpTimeZone } from '../../support/time-zone';

/** Daylight saving time ends in Berlin: 03:00 becomes 02:00, so 02:30 occurs twice. */
const FIRST_0230 = Date.UTC(2026, 9, 25, 0, 30);
const SECOND_0230 = Date.UTC(2026, 9, 25, 1, 30);

describe('when daylight saving time begins or ends', () => {
  setUpTimeZone('Europe/Berlin');

  it('a time that occurs twice can be either of them', () => {
    const written = formatTime(SECOND_0230, 'local');
    expect(written).toBe('2026-10-25 02:30:00');
    expect(parseTimes(written, 'local')).toEqual([FIRST_0230, SECOND_0230]);
    expect(parseTimes(written, 'gmt')).toEqual([Date.UTC(2026, 9, 25, 2, 30)]);
    expect(parseTimes('soon', 'local')).toEqual([]);
  });

  it('no duration is computed', () => {
    expect(secondsBetween('2026-10-25 01:30:00', '2026-10-25 03:30:00')).toBeUndefined();
    expect(secondsBetween('2026-10-25 02:10:00', '2026-10-25 02:30:00')).toBeUndefined();
    expect(secondsBetween('2026-03-29 01:30:00', '2026-03-29 03:30:00')).toBeUndefined();
    expect(secondsBetween('2026-10-25 04:10:00', '2026-10-25 04:30:00')).toBe(1_200);
  });

  it('the recorder is always asked for a period that ends after it begins', () => {
    expect(listPeriods([FIRST_0230, SECOND_0230 - 600_000], ['local'])).toEqual([
      { zone: 'local', start: '2026-10-25 01:30:00', end: '2026-10-25 03:20:00' },
    ]);
    expect(listPeriods([0, 60_000], ['gmt'])).toEqual([
      { zone: 'gmt', start: '1970-01-01 00:00:00', end: '1970-01-01 00:01:00' },
    ]);
  });
});
