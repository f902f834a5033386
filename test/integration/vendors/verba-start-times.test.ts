import { describe, expect, it } from 'vitest';
import { describeStart } from '../../../main/vendors/verba/recorder-time';
import { setUpTimeZone } from '../../support/time-zone';

describe('the displayed start of a recording', () => {
  // Behind GMT, so that a past time in GMT can look like the future here.
  setUpTimeZone('America/New_York');
  const now = Date.UTC(2026, 0, 1, 12);
  const inSync = { now, skew: 0 };

  it('is the recorder’s time, to the second', () => {
    expect(describeStart('2026-01-01 06:59:00.123', ['local', 'gmt'], inSync)).toBe(
      '2026-01-01 06:59:00',
    );
  });

  it('names GMT if it can be no other zone and this computer is in one', () => {
    expect(describeStart('2026-01-01 11:59:00', ['gmt'], inSync)).toBe('2026-01-01 11:59:00 GMT');
    expect(describeStart('2026-01-01 11:59:00', ['local', 'gmt'], inSync)).toBe(
      '2026-01-01 11:59:00 GMT',
    );
  });

  it.each(['2026-01-01 12:00:03', '2026-01-02 00:00:00', '2099-01-01 00:00:00', '', 'soon'])(
    'is unknown for %j, which is in the future or not a time',
    (text) => {
      expect(describeStart(text, ['local', 'gmt'], inSync)).toBeUndefined();
    },
  );

  it('follows the clock of this computer if the recorder’s is ahead', () => {
    const anHourAhead = { now, skew: -3_600_000 };
    expect(describeStart('2026-01-01 12:59:00', ['gmt'], anHourAhead)).toBe(
      '2026-01-01 11:59:00 GMT',
    );
    expect(describeStart('2026-01-01 13:30:00', ['gmt'], anHourAhead)).toBeUndefined();
  });

  it('is now if the answer came too quickly to show which clock is ahead', () => {
    expect(describeStart('2026-01-01 12:00:01.500', ['gmt'], inSync)).toBe(
      '2026-01-01 12:00:00 GMT',
    );
  });
});
