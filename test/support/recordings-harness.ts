import type { Command } from '../../contract/commands';
import type { Recording, RecordingOperation } from '../../contract/recording';
import { fail, succeed, type Result } from '../../contract/result';
import { throwLater } from '../../main/calls/attempt';
import { createCommandRunner } from '../../main/calls/commands';
import type { RecorderPort } from '../../main/calls/ports';
import { createRecordings } from '../../main/calls/recordings';
import { createCallStore } from '../../main/calls/store';
import { telephoneCall } from './calls';
import { createManualClock } from './manual-clock';

export const CALL = 'genesys:a';
/** When a deleted recording is looked up for the last time, in ms after the deletion. */
export const SETTLED_MS = 43_000;
export const NOT_FOUND = fail({ code: 'not-found', vendor: 'verba' } as const);
export const NO_ANSWER = { kind: 'unknown', error: { code: 'no-answer' } } as const;

/** The recorder's next answer to each kind of request. */
interface RecorderAnswers {
  found: Result<readonly Recording[]>;
  current: Result<Recording>;
  answer: Awaited<ReturnType<RecorderPort['perform']>>;
}

/** A finished recording. */
export function recording(
  recordingId: string | undefined,
  changes: Partial<Recording> = {},
): Recording {
  return {
    ...(recordingId !== undefined && { recordingId }),
    caller: '15001',
    called: '8856',
    startTime: '2026-01-01 00:00:00',
    isOngoing: false,
    operations: ['delete-call'],
    ...changes,
  };
}

/** The recordings of one established call, with a recorder whose answers the test sets. */
export function setUpRecordings(hasRecorder = true) {
  const clock = createManualClock();
  const store = createCallStore(clock);
  const sent: { operation: RecordingOperation; recording: Recording | undefined }[] = [];
  const reads: string[] = [];
  const recorder: RecorderAnswers = {
    found: succeed([recording('r-1')]),
    current: NOT_FOUND,
    answer: { kind: 'done', value: null },
  };
  const port: RecorderPort = {
    start: () => undefined,
    retry: () => undefined,
    refresh: () => undefined,
    stop: () => Promise.resolve(),
    vendor: 'verba',
    canMatch: ({ callUuid }) => callUuid !== undefined,
    lookUp: () => Promise.resolve(recorder.found),
    fetch: (recordingId) => {
      reads.push(recordingId);
      return Promise.resolve(recorder.current);
    },
    perform: (operation, _keys, target) => {
      sent.push({ operation, recording: target });
      return Promise.resolve(recorder.answer);
    },
  };
  let nextId = 0;
  const runner = createCommandRunner({
    onError: throwLater,
    store,
    clock,
    createId: () => `command-${++nextId}`,
    onChange: () => undefined,
  });
  const recordings = createRecordings({
    store,
    runner,
    clock,
    recorders: hasRecorder ? [port] : [],
  });
  store.apply({ kind: 'call-seen', call: telephoneCall('a') });
  const call = () => store.getState().calls.known.get(CALL)!;
  return {
    clock,
    store,
    recorder,
    recordings,
    sent,
    reads,
    call,
    canLookUp: () => recordings.canLookUp(call()),
    command: (): Command | undefined => store.getState().commands.at(-1),
    lookUp: (...found: Recording[]) => {
      recorder.found = found.length === 0 ? NOT_FOUND : succeed(found);
      return recordings.lookUp(CALL);
    },
    perform: async (operation: RecordingOperation, recordingId?: string) => {
      recordings.perform(CALL, operation, recordingId);
      await settle();
    },
    end: async () => {
      store.apply({ kind: 'call-ended', callId: CALL, isStated: true });
      await settle();
    },
    /** Advances the clock second by second, because each timer sets the next one. */
    pass: async (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += 1_000) {
        clock.advance(1_000);
        await settle();
      }
    },
  };
}

/** Runs all pending promise callbacks. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
