import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../../main/ipc/parse-request';

describe('a request of the window', () => {
  it('is taken as the contract says', () => {
    const request = { callId: 'genesys:a', participantId: '15001' };
    expect(parseRequest('participant:remove', request)).toEqual({ ok: true, value: request });
    expect(parseRequest('talkspace:start', undefined).ok).toBe(true);
  });

  it.each([
    ['a missing field', { callId: 'genesys:a' }],
    ['a field too many', { callId: 'a', participantId: 'b', extra: 1 }],
    ['another type', { callId: 1, participantId: 'b' }],
    ['an id without end', { callId: 'x'.repeat(10_000), participantId: 'b' }],
    ['nothing', undefined],
    ['a list', []],
  ])('is refused with %s', (_case, request) => {
    expect(parseRequest('participant:remove', request)).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
  });
});
