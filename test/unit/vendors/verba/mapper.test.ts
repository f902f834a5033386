import { describe, expect, it } from 'vitest';
import { findKey, guessCode, toRecording, toSelector } from '../../../../main/vendors/verba/mapper';
import { parseAnswer } from '../../../../main/vendors/verba/wire';
import { createItemReader } from '../../../../main/vendors/shared/read-items';
import { readFixture } from '../../../support/fixture';
import { createMemoryLogger } from '../../../support/memory-logger';

const readItems = createItemReader(createMemoryLogger());

function recordingOf(name: string) {
  const [record] = parseAnswer(readFixture(`verba/${name}.xml`), readItems)!.records;
  return toRecording(record!, record!.start_time);
}

describe('toRecording', () => {
  it('reads a finished call', () => {
    expect(recordingOf('call-finished')).toEqual({
      recordingId: 'a8343631-9f35-4a3a-83f0-9e81592339fb',
      caller: 'AT&T <desk> (15002)',
      called: '8856',
      startTime: '2013-07-12 15:22:47.123',
      seconds: 74.877,
      isOngoing: false,
      isKept: false,
      operations: ['keep-recording', 'delete-call'],
    });
  });

  it('reads an ongoing one of an older version', () => {
    expect(recordingOf('call-ongoing-beside')).toEqual({
      recordingId: '71627389-0000-4000-8000-000000000001',
      caller: '15002',
      called: 'Theta',
      startTime: '2013-07-12 15:22:47.123',
      isOngoing: true,
      operations: [
        'keep-recording',
        'unkeep-recording',
        'pause-recorder',
        'resume-recorder',
        'delete-call',
      ],
    });
  });
});

describe('an incomplete record', () => {
  function read(fields: string) {
    return toRecording(
      parseAnswer(
        `<VerbaApi><Response code="0"><verbacdr state="1"><ccdr_id>x</ccdr_id>${fields}</verbacdr></Response></VerbaApi>`,
        readItems,
      )!.records[0]!,
      undefined,
    );
  }

  it('shows an unknown party if neither name nor number is recorded', () => {
    expect(
      read('<source_name> </source_name><destination_name>Theta</destination_name>'),
    ).toMatchObject({
      caller: 'Unknown party',
      called: 'Theta',
    });
  });

  it.each([
    ['true', true],
    ['1', true],
    ['False', false],
    ['0', false],
    ['', undefined],
    ['maybe', undefined],
  ])('reads do_not_delete "%s" as %s', (text, isKept) => {
    expect(read(`<do_not_delete>${text}</do_not_delete>`).isKept).toBe(isKept);
  });

  it.each([
    ['2026-01-01 10:00:00', '2026-01-01 10:01:30.500', 90.5],
    ['2026-01-01 10:00', '2026-01-01 10:00', 0],
    ['2026-01-01 10:00:00', '2026-01-01 09:00:00', undefined],
    ['2026-01-01 10:00:00', '', undefined],
    ['today', '2026-01-01 09:00:00', undefined],
  ])('takes %s to %s for %s seconds', (start, end, seconds) => {
    const recording = read(`<start_time>${start}</start_time><end_time>${end}</end_time>`);
    expect(recording.seconds).toBe(seconds);
  });
});

describe('the match rule', () => {
  const keys = { callUuid: 'uuid-1', 'userData.RecorderId': 'r-1', connId: '' };

  it('uses the key of the call, if there is one', () => {
    expect(findKey({ by: 'nativeID', from: 'callUuid' }, keys)).toBe('uuid-1');
    expect(findKey({ by: 'nativeID', from: 'userData.RecorderId' }, keys)).toBe('r-1');
    expect(findKey({ by: 'nativeID', from: 'connId' }, keys)).toBeUndefined();
    expect(findKey({ by: 'nativeID', from: 'id' }, keys)).toBeUndefined();
  });

  it.each(['callID', 'platformCallID', 'nativeID', 'meetingID'] as const)(
    'selects by %s alone',
    (by) => {
      expect(toSelector({ by, from: 'id', status: 'last' }, 'x')).toEqual({ [by]: 'x' });
    },
  );

  it('selects by extension with a status', () => {
    const match = { by: 'extension', from: 'agentExtension' } as const;
    expect(toSelector(match, '8856')).toEqual({ extension: '8856', status: 'ongoing,last' });
    expect(toSelector({ ...match, status: 'next' }, '8856')).toEqual({
      extension: '8856',
      status: 'next',
    });
  });
});

describe('guessCode', () => {
  it.each([
    ['Unable to retrieve the call identifier, because the call cannot be found.', 'not-found'],
    ['More than one call has been found.', 'ambiguous'],
    ['Invalid API key.', 'wrong-credentials'],
    ['The token is invalid or expired.', 'session-expired'],
    ['Retention policy does not allow it.', 'refused'],
    ['', 'refused'],
  ])('calls "%s" %s', (message, code) => {
    expect(guessCode(message)).toBe(code);
  });
});
