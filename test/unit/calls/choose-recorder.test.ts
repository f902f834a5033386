import { describe, expect, it } from 'vitest';
import { chooseRecorder, isRecorded } from '../../../main/calls/choose-recorder';
import type { RecorderPort } from '../../../main/calls/ports';
import { knownCall } from '../../support/calls';

function recorder(key: string, changes: Partial<RecorderPort>): RecorderPort {
  return {
    start: () => undefined,
    retry: () => undefined,
    refresh: () => undefined,
    stop: () => Promise.resolve(),
    vendor: 'verba',
    canMatch: (keys) => keys[key] !== undefined,
    lookUp: () => Promise.reject(new Error('not asked')),
    fetch: () => Promise.reject(new Error('not asked')),
    perform: () => Promise.reject(new Error('not asked')),
    ...changes,
  };
}

const verba = recorder('callUuid', {});
const twilio = recorder('conferenceSid', { vendor: 'twilio', line: 'twilio' });
const both = [twilio, verba];

const telephone = knownCall('a', { answeredAt: 0 });
const conference = knownCall('c', { line: 'twilio', recordingKeys: { conferenceSid: 'c' } });

describe('the recorder for a call', () => {
  it('is the one that can find it, in any order', () => {
    for (const recorders of [both, [...both].reverse()]) {
      expect(chooseRecorder(recorders, telephone)).toBe(verba);
      expect(chooseRecorder(recorders, conference)).toBe(twilio);
    }
    expect(chooseRecorder([twilio], conference)).toBe(twilio);
    expect(chooseRecorder([verba], telephone)).toBe(verba);
  });

  it('is never one that belongs to another line', () => {
    const similar = knownCall('b', { answeredAt: 0, recordingKeys: { conferenceSid: 'b' } });
    expect(chooseRecorder([twilio], similar)).toBeUndefined();
    expect(chooseRecorder(both, similar)).toBe(verba);
    expect(isRecorded(both, similar)).toBe(false);
  });

  it('is available once anybody has answered, or if the line itself reports a recording', () => {
    expect(isRecorded(both, telephone)).toBe(true);
    expect(isRecorded(both, knownCall('a'))).toBe(false);
    expect(isRecorded(both, conference)).toBe(true);
    expect(isRecorded([verba], conference)).toBe(false);
  });
});
