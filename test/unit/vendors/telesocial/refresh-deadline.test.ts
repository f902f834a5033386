import { expect, test } from 'vitest';
import { createRefreshDeadline } from '../../../../main/vendors/telesocial/refresh-deadline';
import { createManualClock } from '../../../support/manual-clock';

test('repeats the report of a late refresh if the first one throws', () => {
  const clock = createManualClock();
  const errors: unknown[] = [];
  let reports = 0;
  const deadline = createRefreshDeadline({
    clock,
    onBehind: () => {
      reports += 1;
      if (reports === 1) throw new Error('a bug');
    },
    onCaughtUp: () => undefined,
    onError: (error) => errors.push(error),
  });
  deadline.sent();
  clock.advance(10_000);
  expect(errors).toEqual([new Error('a bug')]);
  expect(reports).toBe(2);
  deadline.stop();
});
