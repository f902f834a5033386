import { describe, expect, it } from 'vitest';
import { readRetryMoment } from '../../../main/http/rate-limit-headers';

const NOW = 1_479_308_590_000;

describe('readRetryMoment', () => {
  it.each([
    ['the sample in ms', { 'x-ratelimit-reset': '1479308598680' }, 1_479_308_598_680],
    ['seconds of the epoch', { 'x-ratelimit-reset': '1479308598' }, 1_479_308_598_000],
    ['seconds to wait in place of a timestamp', { 'x-ratelimit-reset': '30' }, NOW + 30_000],
    ['the first of several', { 'x-ratelimit-reset': ['1479308598680', '2'] }, 1_479_308_598_680],
    ['seconds to wait', { 'retry-after': '3' }, NOW + 3000],
    [
      'timestamps by the clock of the server, if it differs',
      { 'x-ratelimit-reset': '1479305003', date: 'Wed, 16 Nov 2016 14:03:20 GMT' },
      1_479_305_003_000 + NOW - 1_479_305_000_000,
    ],
    [
      'a date by the clock of the server',
      { 'retry-after': 'Wed, 16 Nov 2016 16:03:13 GMT', date: 'Wed, 16 Nov 2016 16:03:10 GMT' },
      NOW + 3000,
    ],
    [
      'no difference of clocks within the full second of the date',
      { 'x-ratelimit-reset': '1479308591000', date: 'Wed, 16 Nov 2016 15:03:09 GMT' },
      NOW + 1000,
    ],
    ['a date', { 'retry-after': 'Wed, 16 Nov 2016 15:03:15 GMT' }, 1_479_308_595_000],
    [
      'the second header when the first is no number',
      { 'x-ratelimit-reset': 'soon', 'retry-after': '1' },
      NOW + 1000,
    ],
    [
      'the second header when the first is in the past',
      { 'x-ratelimit-reset': '1479308500', 'retry-after': '1' },
      NOW + 1000,
    ],
  ])('reads %s', (_name, headers, expected) => {
    expect(readRetryMoment(headers, NOW)).toBe(expected);
  });

  it.each([
    [{}],
    [{ 'x-ratelimit-reset': '' }],
    [{ 'x-ratelimit-reset': '0' }],
    [{ 'retry-after': 'later' }],
    [{ 'retry-after': '0' }],
    [{ 'retry-after': '-1' }],
    [{ 'retry-after': 'Wed, 16 Nov 2016 15:03:05 GMT' }],
    [{ 'x-ratelimit-reset': '1479308500' }],
  ])('ignores %j', (headers) => {
    expect(readRetryMoment(headers, NOW)).toBeUndefined();
  });
});
