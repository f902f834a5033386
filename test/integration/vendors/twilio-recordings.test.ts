import { afterEach, describe, expect, it } from 'vitest';
import { succeed } from '../../../contract/result';
import type { Recording } from '../../../contract/recording';
import type { Fault } from '../../../simulator/faults/schema';
import {
  AGENT,
  listViolations,
  simulateTwilio,
  type SimulatedTwilio,
} from '../../support/twilio-harness';

const DELETED = { kind: 'done', value: 'deleted' };
const TIME = { startedAt: 0 };

interface Recorded extends SimulatedTwilio {
  readonly sid: string;
  /** When the recording began, in ms. */
  readonly startedAt: number;
  readonly keys: Readonly<Record<string, string>>;
  readonly found: () => Promise<Recording>;
  readonly remove: (recording: Recording) => ReturnType<SimulatedTwilio['recordings']['perform']>;
  /** The requests about recordings since the look-up, in order. */
  readonly asked: () => readonly string[];
}

let used: SimulatedTwilio[] = [];

/** Every request and every answer conforms to the vendor's OpenAPI document. */
afterEach(() => {
  const violations = used.flatMap(listViolations);
  used = [];
  expect(violations).toEqual([]);
});

/** A conference that is shown and being recorded. */
async function record(): Promise<Recorded> {
  const simulated = await simulateTwilio();
  used.push(simulated);
  const { simulator, port, recordings, recorder, driveUntil, drive } = simulated;
  simulator.twilio.join({ number: AGENT, conference: 'Team' });
  const { sid } = simulator.twilio.record('Team');
  const startedAt = simulated.clock.now();
  port.start();
  await driveUntil(() => recorder.lastCall()?.lineRecording === 'recording');
  const keys = recorder.lastCall()!.recordingKeys;
  let since = 0;
  return {
    ...simulated,
    sid,
    startedAt,
    keys,
    async found() {
      const result = await drive(recordings.lookUp(keys, TIME));
      since = simulator.requests().length;
      if (!result.ok) throw new Error(result.error.code);
      return result.value[0]!;
    },
    remove: (recording) => drive(recordings.perform('delete-call', keys, recording, false)),
    asked: () =>
      simulator
        .requests()
        .slice(since)
        .map(({ operation }) => operation)
        .filter((operation) => /^(Fetch|Delete)Recording$|^UpdateConferenceRec/.test(operation)),
  };
}

/** Applies a fault to the next request of this operation. */
function strike({ simulator }: SimulatedTwilio, operation: string, effect: Fault['effect']): void {
  simulator.setFaults([{ match: { vendor: 'twilio', operation }, times: 1, effect }]);
}

function refusal(code: number, status = 400): Fault['effect'] {
  const body = JSON.stringify({ code, message: 'No', more_info: '', status });
  return { kind: 'status', status, body };
}

describe('the recordings of a Twilio conference', () => {
  it('are listed with start, length and status, newest first', async () => {
    const { simulator, recordings, keys, drive, clock, sid, startedAt } = await record();
    const startTime: unknown = expect.stringMatching(/^2026-01-01 \d\d:\d\d:\d\d$/);
    expect(recordings.canMatch(keys)).toBe(true);
    expect(await drive(recordings.lookUp(keys, TIME))).toEqual(
      succeed([
        {
          recordingId: sid,
          startTime,
          status: 'in-progress',
          isOngoing: true,
          isStoppedFirst: true,
          operations: ['delete-call'],
        },
      ]),
    );
    clock.advance(65_000);
    simulator.twilio.end('Team');
    const seconds = Math.round((clock.now() - startedAt) / 1_000);
    const second = simulator.twilio.record('Team');
    expect(await drive(recordings.lookUp(keys, TIME))).toMatchObject({
      value: [
        { recordingId: second.sid },
        { recordingId: sid, startTime, status: 'completed', seconds, isOngoing: false },
      ],
    });
    expect(await drive(recordings.fetch(sid))).toMatchObject({ value: { recordingId: sid } });
  });

  it('are also shown after the end, and none if nothing was recorded', async () => {
    const over = await record();
    over.simulator.twilio.end('Team');
    await over.driveUntil(() => over.call().state === 'ended');
    expect(over.recordings.canMatch(over.call().recordingKeys)).toBe(true);

    const silent = await simulateTwilio();
    silent.simulator.twilio.join({ number: AGENT, conference: 'Team' });
    silent.port.start();
    await silent.driveUntil(() => silent.recorder.lastCall()?.state === 'established');
    expect(silent.recordings.canMatch(silent.call().recordingKeys)).toBe(false);
    const keys = { conferenceSid: silent.call().reference };
    expect(await silent.drive(silent.recordings.lookUp(keys, TIME))).toMatchObject({
      error: { code: 'not-found', vendor: 'twilio' },
    });
  });
});

describe('deleting a recording', () => {
  it('that has ended takes one request, and the service no longer has it', async () => {
    const { simulator, found, remove, asked, changes, call, driveUntil } = await record();
    simulator.twilio.end('Team');
    await driveUntil(() => call().state === 'ended');
    expect(await remove(await found())).toEqual(DELETED);
    expect(asked()).toEqual(['DeleteRecording', 'FetchRecording']);
    expect(changes()).toEqual([['DeleteRecording', undefined]]);
    expect(simulator.twilio.recordings()).toMatchObject([{ status: 'deleted' }]);
  });

  it.each(['in-progress', 'paused'])('that is %s stops the recording first', async (status) => {
    const { found, remove, asked, perform, changes, recorder, driveUntil } = await record();
    if (status === 'paused') await perform({ kind: 'pause-recording' });
    const before = changes().length;
    expect(await remove(await found())).toEqual(DELETED);
    expect(asked()).toEqual(['UpdateConferenceRecording', 'DeleteRecording', 'FetchRecording']);
    expect(changes().slice(before)).toEqual([
      ['UpdateConferenceRecording', { Status: 'stopped' }],
      ['DeleteRecording', undefined],
    ]);
    // The conference no longer shows a recording.
    await driveUntil(() => recorder.lastCall()?.lineRecording === undefined);
    expect(recorder.lastCall()?.recordingKeys).toEqual({});
  });

  it('is reported only when the service confirms that it is gone', async () => {
    const recorded = await record();
    const recording = await recorded.found();
    let reads = 0;
    recorded.simulator.onRequest(({ operation }) => {
      if (operation === 'FetchRecording') reads += 1;
    });
    const body = JSON.stringify({ sid: recorded.sid, status: 'processing' });
    recorded.simulator.setFaults([
      {
        match: { vendor: 'twilio', operation: 'FetchRecording' },
        times: 2,
        effect: { kind: 'status', status: 200, body },
      },
    ]);
    expect(await recorded.remove(recording)).toEqual(DELETED);
    expect(reads).toBe(3);
    // The answers of the injected faults are incomplete.
    used = [];
  });

  it('has an unknown outcome if the service keeps listing it', async () => {
    const recorded = await record();
    const recording = await recorded.found();
    const body = JSON.stringify({ sid: recorded.sid, status: 'processing' });
    recorded.simulator.setFaults([
      {
        match: { vendor: 'twilio', operation: 'FetchRecording' },
        effect: { kind: 'status', status: 200, body },
      },
    ]);
    expect(await recorded.remove(recording)).toMatchObject({ kind: 'unknown' });
    // The answers of the injected faults are incomplete.
    used = [];
  });

  it('is sent only once if no answer arrives', async () => {
    const recorded = await record();
    const recording = await recorded.found();
    strike(recorded, 'DeleteRecording', { kind: 'cut', when: 'after' });
    expect(await recorded.remove(recording)).toMatchObject({ kind: 'unknown' });
    expect(recorded.asked()).toEqual(['UpdateConferenceRecording', 'DeleteRecording']);
    expect(await recorded.drive(recorded.recordings.fetch(recorded.sid))).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('continues after a lost answer to the stop, once the recording is seen to have stopped', async () => {
    const recorded = await record();
    const recording = await recorded.found();
    strike(recorded, 'UpdateConferenceRecording', { kind: 'cut', when: 'after' });
    expect(await recorded.remove(recording)).toEqual(DELETED);
    expect(recorded.asked()).toEqual([
      'UpdateConferenceRecording',
      'FetchRecording',
      'DeleteRecording',
      'FetchRecording',
    ]);
  });

  it('deletes nothing if the stop request never arrived', async () => {
    const recorded = await record();
    const recording = await recorded.found();
    strike(recorded, 'UpdateConferenceRecording', { kind: 'cut', when: 'before' });
    expect(await recorded.remove(recording)).toMatchObject({
      kind: 'failed',
      error: { code: 'not-done', vendor: 'twilio' },
    });
    expect(recorded.changes()).toEqual([['UpdateConferenceRecording', { Status: 'stopped' }]]);
    expect(recorded.simulator.twilio.recordings()).toMatchObject([{ status: 'in-progress' }]);
  });

  it('that has ended since takes no stop, and one that is already gone counts as deleted', async () => {
    const ended = await record();
    const recording = await ended.found();
    ended.simulator.twilio.end('Team');
    expect(await ended.remove(recording)).toEqual(DELETED);
    const gone = await ended.remove(recording);
    expect(gone).toEqual(DELETED);
  });

  it('reports that the recording was only stopped if the deletion is refused', async () => {
    const recorded = await record();
    const recording = await recorded.found();
    strike(recorded, 'DeleteRecording', refusal(20003, 403));
    expect(await recorded.remove(recording)).toMatchObject({
      kind: 'failed',
      error: { code: 'only-stopped', vendor: 'twilio' },
    });
    expect(recorded.simulator.twilio.recordings()).not.toMatchObject([{ status: 'in-progress' }]);
  });

  it('is refused without a look-up, and so is everything else that a recorder may offer', async () => {
    const { recordings, keys, changes, found } = await record();
    const recording = await found();
    expect(await recordings.perform('delete-call', keys, undefined, false)).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await recordings.perform('keep-recording', keys, recording, false)).toMatchObject({
      error: { code: 'not-allowed' },
    });
    expect(changes()).toEqual([]);
  });
});
