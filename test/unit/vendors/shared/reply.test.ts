import { expect, it } from 'vitest';
import { DONE } from '../../../../contract/outcome';
import type { HttpClient } from '../../../../main/http/http-client';
import { sendRequest, toRefusal } from '../../../../main/vendors/shared/reply';
import { createMemoryLogger } from '../../../support/memory-logger';

const REQUEST = {
  method: 'POST',
  url: new URL('https://service.example'),
  timeoutMs: 1_000,
} as const;
const http: HttpClient = {
  request: () => Promise.resolve({ kind: 'done', value: { status: 200, headers: {}, text: '' } }),
  close: () => Promise.resolve(),
};

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

it.each([
  [
    'failed if nothing was sent',
    'failed',
    () => {
      throw new Error('a bug');
    },
    () => DONE,
  ],
  [
    'unknown if the answer could not be read, since the service has carried it out',
    'unknown',
    () => REQUEST,
    () => {
      throw new Error('a bug');
    },
  ],
] as const)('after a bug, a request is %s', async (_name, kind, build, read) => {
  const logger = createMemoryLogger();
  const parts = { http, vendor: 'genesys', logger } as const;
  expect(await sendRequest(parts, build, read)).toEqual({
    kind,
    error: { code: 'internal', vendor: 'genesys' },
  });
  expect(logger.text()).toContain('a bug');
});
