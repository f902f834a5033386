import { expect, test } from 'vitest';
import { readReply, toError } from '../../../../main/vendors/genesys/reply';

function read(status: number, text: string) {
  return readReply({ kind: 'done', value: { status, headers: {}, text } });
}

test.each([0, 7])('status code %i means done', (statusCode) => {
  expect(read(200, JSON.stringify({ statusCode }))).toMatchObject({ kind: 'done' });
});

test.each([
  [1, 'refused'],
  [2, 'not-allowed'],
  [3, 'not-allowed'],
  [4, 'refused'],
  [5, 'forbidden'],
  [6, 'not-found'],
  [19, 'refused'],
])('status code %i means failed: %s', (statusCode, code) => {
  const text = JSON.stringify({ statusCode, statusMessage: 'Why' });
  expect(read(200, text)).toMatchObject({ kind: 'failed', error: { code, detail: 'Why' } });
  expect(read(500, text)).toMatchObject({ kind: 'failed', error: { code } });
});

test('a status code can be a string', () => {
  expect(read(200, '{"statusCode":"0"}')).toMatchObject({ kind: 'done' });
  expect(read(200, '{"statusCode":"6","statusMessage":7}')).toMatchObject({
    error: { code: 'not-found', detail: '7' },
  });
  expect(read(200, '{"statusCode":"fine"}')).toMatchObject({ kind: 'unknown' });
});

test('the status code in the body takes precedence over the HTTP status', () => {
  expect(read(403, '{"statusCode":5}')).toMatchObject({
    kind: 'failed',
    error: { code: 'forbidden', detail: 'error-5' },
  });
  expect(read(200, '{"statusCode":20,"statusMessage":"Access denied"}')).toMatchObject({
    kind: 'failed',
    isUnauthorized: true,
  });
});

test.each([
  [401, '', 'failed', 'session-expired'],
  [403, 'Missing or invalid Csrf token', 'failed', 'session-expired'],
  [403, '{"error":"Forbidden"}', 'failed', 'session-expired'],
  [302, '', 'failed', 'malformed-answer'],
  [404, '<html>', 'failed', 'wrong-address'],
  [407, '<html>', 'failed', 'proxy'],
  [429, '', 'failed', 'rate-limited'],
  [502, '<html>', 'unknown', 'vendor-unavailable'],
  [200, '<html>', 'unknown', 'malformed-answer'],
  [200, '{}', 'unknown', 'malformed-answer'],
  [204, '', 'unknown', 'malformed-answer'],
])('HTTP %i with %j is %s: %s', (status, text, kind, code) => {
  expect(read(status, text)).toMatchObject({ kind, error: { code, vendor: 'genesys' } });
});

test('a request that was never sent is distinguished from one without an answer', () => {
  const error = toError('no-route');
  expect(readReply({ kind: 'failed', error })).toEqual({ kind: 'failed', error });
  expect(readReply({ kind: 'unknown', error })).toEqual({ kind: 'unknown', error });
});
