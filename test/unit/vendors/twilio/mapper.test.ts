import { describe, expect, it } from 'vitest';
import {
  isPresent,
  toRecording,
  toVendorCall,
  type ConferenceState,
} from '../../../../main/vendors/twilio/mapper';
import {
  conferenceSchema,
  participantSchema,
  recordingSchema,
} from '../../../../main/vendors/twilio/wire';

const toLocal = (moment: number): number => moment;

function participant(fields: object) {
  return participantSchema.parse({ call_sid: 'CA1', ...fields });
}

function show(state: Partial<ConferenceState> = {}, status = 'in-progress') {
  return toVendorCall({
    conference: conferenceSchema.parse({ sid: 'CF1', status }),
    participants: [],
    people: new Map(),
    recordings: [],
    hasAudio: false,
    toLocal,
    ...state,
  });
}

describe('the status of a participant', () => {
  it.each([
    ['queued', { presence: 'calling', progress: 'queued', actions: ['remove'] }],
    ['connecting', { presence: 'calling', progress: 'connecting', actions: ['remove'] }],
    ['ringing', { presence: 'calling', progress: 'ringing', actions: ['remove'] }],
    ['connected', { presence: 'joined', actions: ['remove', 'mute', 'hold'] }],
    // Compatible services may not report one.
    [undefined, { presence: 'joined', actions: ['remove', 'mute', 'hold'] }],
  ])('%s is shown', (status, expected) => {
    const one = participant({ status });
    expect(isPresent(one)).toBe(true);
    const [shown] = show({ participants: [one] }).participants;
    expect(shown).toMatchObject(expected);
    expect(shown?.progress).toBe('progress' in expected ? expected.progress : undefined);
  });

  it.each(['complete', 'failed'])('%s means that the person is not in the conference', (status) => {
    expect(isPresent(participant({ status }))).toBe(false);
  });
});

describe('the recordings of a conference', () => {
  function recording(fields: object) {
    return recordingSchema.parse({ sid: 'RE1', ...fields });
  }

  it.each([
    ['in-progress', true],
    ['paused', true],
    ['stopped', false],
    ['processing', false],
    ['completed', false],
    ['absent', false],
  ])('have the status %s', (status, isOngoing) => {
    expect(toRecording(recording({ status, duration: null }), toLocal)).toEqual({
      recordingId: 'RE1',
      status,
      isOngoing,
      isStoppedFirst: true,
      operations: ['delete-call'],
    });
  });

  it('have a length only if it is in whole seconds', () => {
    expect(toRecording(recording({ duration: '187' }), toLocal).seconds).toBe(187);
    for (const duration of ['-1', '', 'long', '1e3', null, 12]) {
      expect(toRecording(recording({ duration }), toLocal).seconds).toBeUndefined();
    }
  });

  it('are looked up by conference, once there is one', () => {
    const recordings = [recording({ status: 'completed' })];
    expect(show().recordingKeys).toEqual({});
    expect(show({ recordings }).recordingKeys).toEqual({ conferenceSid: 'CF1' });
    expect(show({ recordings }, 'completed')).toMatchObject({
      state: 'ended',
      recordingKeys: { conferenceSid: 'CF1' },
    });
  });
});
