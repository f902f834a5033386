import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../../main/ipc/parse-request';

describe('a request of the window', () => {
  it.each([
    { kind: 'hold', callId: 'genesys:a' },
    { kind: 'remove-participant', callId: 'genesys:a', participantId: '15001' },
    { kind: 'send-tones', callId: 'genesys:a', tones: '15*#' },
    { kind: 'play', callId: 'conference:a', audio: { kind: 'sentence', sentence: 'Hello' } },
  ])('to $kind is taken as the contract says', (operation) => {
    expect(parseRequest('call:perform', operation)).toEqual({ ok: true, value: operation });
  });

  it('is taken without the blanks that typing leaves', () => {
    const request = { kind: 'add-participant', callId: 'genesys:a', address: ' 15009 ' };
    expect(parseRequest('call:perform', request)).toMatchObject({ value: { address: '15009' } });
  });

  it.each([
    ['a missing field', { kind: 'remove-participant', callId: 'genesys:a' }],
    ['a field too many', { kind: 'hold', callId: 'a', extra: 1 }],
    ['another type', { kind: 'hold', callId: 1 }],
    ['an id without end', { kind: 'hold', callId: 'x'.repeat(10_000) }],
    ['an operation that there is not', { kind: 'explode', callId: 'a' }],
    ['tones that no telephone has', { kind: 'send-tones', callId: 'a', tones: '5;6' }],
    [
      'a file that no web server has',
      { kind: 'play', callId: 'a', audio: { kind: 'file', url: 'file:///etc/passwd' } },
    ],
    [
      'an empty sentence',
      { kind: 'play', callId: 'a', audio: { kind: 'sentence', sentence: ' ' } },
    ],
    ['nothing', undefined],
    ['a list', []],
  ])('is refused with %s', (_case, request) => {
    expect(parseRequest('call:perform', request)).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
  });
});
