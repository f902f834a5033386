import { describe, expect, it } from 'vitest';
import { formatTime, listZones, parseTime } from '../../../../main/vendors/verba/recorder-time';

const LOCAL_NOON = new Date(2026, 5, 1, 12, 0, 30).getTime();

describe('the recorder’s times', () => {
  it('are in GMT without a login, and with one first in the zone of this computer', () => {
    expect(listZones(false)).toEqual(['gmt']);
    expect(listZones(true)).toEqual(['local', 'gmt']);
  });

  it('are formatted in either zone', () => {
    expect(formatTime(Date.UTC(2026, 0, 1, 23, 59, 59, 999), 'gmt')).toBe('2026-01-01 23:59:59');
    expect(formatTime(LOCAL_NOON, 'local')).toBe('2026-06-01 12:00:30');
  });

  it('are parsed in either zone', () => {
    expect(parseTime('2026-01-01 23:59:59.250', 'gmt')).toBe(Date.UTC(2026, 0, 1, 23, 59, 59, 250));
    expect(parseTime('2026-06-01 12:00:30', 'local')).toBe(LOCAL_NOON);
    expect(parseTime('', 'local')).toBeUndefined();
    expect(parseTime('soon', 'gmt')).toBeUndefined();
  });
});
