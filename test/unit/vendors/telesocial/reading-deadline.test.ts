import { expect, test } from 'vitest';
import { createReadingDeadline } from '../../../../main/vendors/telesocial/reading-deadline';
import { createManualClock } from '../../../support/manual-clock';

test('says again that a TalkSpace is not read in time when the first report met a bug', () => {
  const clock = createManualClock();
  const errors: unknown[] = [];
  let reports = 0;
  const deadline = createReadingDeadline({
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
  deadline.cancel();
});
