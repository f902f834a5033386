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

describe('half a character', () => {
  it.each([
    ['call:show', { callId: 'X' }, 'callId'],
    ['call:perform', { kind: 'hold', callId: 'X' }, 'callId'],
    [
      'call:perform',
      { kind: 'remove-participant', callId: 'a', participantId: 'X' },
      'participantId',
    ],
    [
      'call:perform',
      { kind: 'move-participant', callId: 'a', participantId: 'b', toCallId: 'X' },
      'toCallId',
    ],
    ['call:perform', { kind: 'swap', callId: 'a', otherCallId: 'X' }, 'otherCallId'],
    ['call:perform', { kind: 'transfer', callId: 'a', address: 'X' }, 'address'],
    [
      'call:perform',
      { kind: 'add-participant', callId: 'a', address: '1', greetingId: 'X' },
      'greetingId',
    ],
    ['call:perform', { kind: 'attach-data', callId: 'a', key: 'X', value: '' }, 'key'],
    ['call:perform', { kind: 'attach-data', callId: 'a', key: 'b', value: 'X' }, 'value'],
    ['call:perform', { kind: 'delete-data', callId: 'a', key: 'X' }, 'key'],
    [
      'call:perform',
      { kind: 'play', callId: 'a', audio: { kind: 'sentence', sentence: 'X' } },
      'audio.sentence',
    ],
    [
      'call:perform',
      { kind: 'play', callId: 'a', audio: { kind: 'file', url: 'http://a/X' } },
      'audio.url',
    ],
    ['call:dial', { address: 'X' }, 'address'],
    ['talkspace:start', { greetingId: 'X' }, 'greetingId'],
    ['talkspace:start', { recordingId: 'X' }, 'recordingId'],
    ['conference:watch', { conferenceId: 'X' }, 'conferenceId'],
    ['conference:create', { from: 'X' }, 'from'],
    ['recording:look-up', { callId: 'X' }, 'callId'],
    [
      'recording:perform',
      { callId: 'a', operation: 'delete-call', recordingId: 'X' },
      'recordingId',
    ],
    ['history:search', { text: 'X', limit: 1 }, 'text'],
    ['history:export', { text: 'X', format: 'csv' }, 'text'],
    ['command:dismiss', { commandId: 'X' }, 'commandId'],
  ] as const)('is refused in %s %j, by the name of its field', (channel, request, field) => {
    const text = JSON.stringify(request);
    const [broken, whole] = ['\\ud800', 'x'].map((part): unknown =>
      JSON.parse(text.replace('X', part)),
    );
    expect(parseRequest(channel, whole).ok).toBe(true);
    expect(parseRequest(channel, broken)).toEqual({
      ok: false,
      error: { code: 'bad-input', detail: field },
    });
  });
});
