import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../../main/ipc/parse-request';

describe('a request from the window', () => {
  it.each([
    { kind: 'hold', callId: 'genesys:a' },
    { kind: 'remove-participant', callId: 'genesys:a', participantId: '15001' },
    { kind: 'send-tones', callId: 'genesys:a', tones: '15*#' },
    { kind: 'play', callId: 'conference:a', audio: { kind: 'sentence', sentence: 'Hello' } },
  ])('to $kind is accepted according to the contract', (operation) => {
    expect(parseRequest('performOperation', operation)).toEqual({ ok: true, value: operation });
  });

  it('is accepted without surrounding blanks', () => {
    const request = { kind: 'add-participant', callId: 'genesys:a', address: ' 15009 ' };
    expect(parseRequest('performOperation', request)).toMatchObject({
      value: { address: '15009' },
    });
  });

  it.each([
    ['a missing field', { kind: 'remove-participant', callId: 'genesys:a' }],
    ['a field too many', { kind: 'hold', callId: 'a', extra: 1 }],
    ['another type', { kind: 'hold', callId: 1 }],
    ['an id without end', { kind: 'hold', callId: 'x'.repeat(10_000) }],
    ['an operation that there is not', { kind: 'explode', callId: 'a' }],
    ['tones that no telephone has', { kind: 'send-tones', callId: 'a', tones: '5;6' }],
    [
      'a file that is not on a web server',
      { kind: 'play', callId: 'a', audio: { kind: 'file', url: 'file:///etc/passwd' } },
    ],
    [
      'an empty sentence',
      { kind: 'play', callId: 'a', audio: { kind: 'sentence', sentence: ' ' } },
    ],
    ['nothing', undefined],
    ['a list', []],
  ])('is refused with %s', (_case, request) => {
    expect(parseRequest('performOperation', request)).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
  });
});

describe('a change of preferences', () => {
  it.each([
    { ringSound: true },
    { doNotDisturb: 1_767_604_500_000, rosterThreshold: 20 },
    { quietHours: { isOn: true, from: '22:00', to: '06:30' } },
  ])('%j is accepted, and nothing else changes', (change) => {
    expect(parseRequest('changePreference', change)).toEqual({ ok: true, value: change });
  });

  it.each([
    [{ ringSound: undefined }, 'ringSound'],
    [{ rosterThreshold: 0 }, 'rosterThreshold'],
    [{ doNotDisturb: 'later' }, 'doNotDisturb'],
    [{ quietHours: { isOn: true, from: '24:00', to: '06:30' } }, 'quietHours.from'],
  ])('%j is refused with the name of the field', (change, detail) => {
    expect(parseRequest('changePreference', change)).toEqual({
      ok: false,
      error: { code: 'bad-input', detail },
    });
  });
});

describe('half of a surrogate pair', () => {
  it.each([
    ['showCall', { callId: 'X' }, 'callId'],
    ['performOperation', { kind: 'hold', callId: 'X' }, 'callId'],
    [
      'performOperation',
      { kind: 'remove-participant', callId: 'a', participantId: 'X' },
      'participantId',
    ],
    [
      'performOperation',
      { kind: 'move-participant', callId: 'a', participantId: 'b', toCallId: 'X' },
      'toCallId',
    ],
    ['performOperation', { kind: 'swap', callId: 'a', otherCallId: 'X' }, 'otherCallId'],
    ['performOperation', { kind: 'transfer', callId: 'a', address: 'X' }, 'address'],
    [
      'performOperation',
      { kind: 'add-participant', callId: 'a', address: '1', greetingId: 'X' },
      'greetingId',
    ],
    ['performOperation', { kind: 'attach-data', callId: 'a', key: 'X', value: '' }, 'key'],
    ['performOperation', { kind: 'attach-data', callId: 'a', key: 'b', value: 'X' }, 'value'],
    ['performOperation', { kind: 'delete-data', callId: 'a', key: 'X' }, 'key'],
    [
      'performOperation',
      { kind: 'play', callId: 'a', audio: { kind: 'sentence', sentence: 'X' } },
      'audio.sentence',
    ],
    [
      'performOperation',
      { kind: 'play', callId: 'a', audio: { kind: 'file', url: 'http://a/X' } },
      'audio.url',
    ],
    ['dial', { address: 'X' }, 'address'],
    ['startTalkSpace', { line: 'X' }, 'line'],
    ['startTalkSpace', { line: 'talkspace', greetingId: 'X' }, 'greetingId'],
    ['startTalkSpace', { line: 'talkspace', recordingId: 'X' }, 'recordingId'],
    ['watchConference', { line: 'conference', conferenceId: 'X' }, 'conferenceId'],
    ['createConference', { line: 'conference', from: 'X' }, 'from'],
    ['lookUpRecordings', { callId: 'X' }, 'callId'],
    [
      'performOnRecording',
      { callId: 'a', operation: 'delete-call', recordingId: 'X' },
      'recordingId',
    ],
    ['searchHistory', { text: 'X', limit: 1 }, 'text'],
    ['exportHistory', { text: 'X', format: 'csv' }, 'text'],
    ['dismissCommand', { commandId: 'X' }, 'commandId'],
  ] as const)('is refused in %s %j, by the name of its field', (name, request, field) => {
    const text = JSON.stringify(request);
    const [broken, whole] = ['\\ud800', 'x'].map((part): unknown =>
      JSON.parse(text.replace('X', part)),
    );
    expect(parseRequest(name, whole).ok).toBe(true);
    expect(parseRequest(name, broken)).toEqual({
      ok: false,
      error: { code: 'bad-input', detail: field },
    });
  });
});
