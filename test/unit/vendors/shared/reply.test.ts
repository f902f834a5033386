import { expect, it } from 'vitest';
import { toRefusal } from '../../../../main/vendors/shared/reply';

it.each([
  [400, 'failed', 'failed'],
  [404, 'failed', 'failed'],
  [429, 'failed', 'failed'],
  // Only the service itself can say that nothing was done.
  [500, 'unknown', 'failed'],
  [501, 'failed', 'failed'],
  [502, 'unknown', 'failed'],
  [503, 'unknown', 'failed'],
  [520, 'unknown', 'failed'],
  // It may still carry out the request.
  [504, 'unknown', 'unknown'],
] as const)('a request answered with %i is %s, or if the service says so %s', (status, by, own) => {
  const error = { code: 'vendor-unavailable' } as const;
  expect(toRefusal(status, error, false)).toMatchObject({ kind: by, error });
  expect(toRefusal(status, error, true)).toMatchObject({ kind: own, error });
});
