import type { AppError } from '../../contract/errors';
import type { Recording, RecordingOperation } from '../../contract/recording';
import { fail, type Result } from '../../contract/result';
import type { Clock } from './clock';
import type { CommandRunner, Finding } from './commands';
import { describeParties } from './describe-parties';
import type { Answer, RecorderPort } from './ports';
import type { KnownCall } from './reducer';
import type { CallStore } from './store';

/** The recordings of the calls: looked up before anything is done to them, and after it was not answered. */
export interface Recordings {
  /** Which recordings may belong to the call, to be shown before anything is done to one. */
  lookUp(callId: string): Promise<Result<readonly Recording[]>>;
  /** `recordingId` is one that was looked up; without it the only one that was, or the match rule's. */
  perform(callId: string, operation: RecordingOperation, recordingId?: string): void;
  /** Whether the recorder can be asked about this call. */
  canAsk(call: KnownCall): boolean;
  /** Ends all waiting. */
  dispose(): void;
}

export interface RecordingsOptions {
  readonly store: CallStore;
  readonly runner: CommandRunner;
  readonly clock: Clock;
  readonly recorder: RecorderPort | undefined;
}

/** Pauses before each reading of what became of a deletion, in ms: a recorder works a while on it. */
const READING_PAUSES_MS = [3_000, 10_000, 30_000];

const GONE: AppError = { code: 'gone' };
const AMBIGUOUS: AppError = { code: 'ambiguous', vendor: 'verba' };
const NOT_CONFIGURED: AppError = { code: 'not-configured', vendor: 'verba' };

export function createRecordings(options: RecordingsOptions): Recordings {
  const { store, runner, clock, recorder } = options;
  /** What was shown to the agent, so that just that is acted upon. */
  const lookedUp = new Map<string, readonly Recording[]>();
  /** Recordings that are deleted when their calls end, by the ids of the calls. */
  const marked = new Map<string, string>();
  const timers = new Set<() => void>();

  const unsubscribe = store.subscribe(({ calls }, previous) => {
    if (calls.endedIds === previous.calls.endedIds) return;
    for (const [callId, recordingId] of marked) {
      if (!calls.endedIds.has(callId)) continue;
      marked.delete(callId);
      void checkDeletion(callId, recordingId);
    }
  });

  function find(callId: string): KnownCall | undefined {
    return store.getState().calls.known.get(callId);
  }

  async function lookUp(callId: string): Promise<Result<readonly Recording[]>> {
    const call = find(callId);
    lookedUp.delete(callId);
    if (call === undefined) return fail(GONE);
    if (recorder === undefined) return fail(NOT_CONFIGURED);
    const result = await recorder.lookUp(call.recordingKeys, call);
    if (result.ok) lookedUp.set(callId, result.value);
    return result;
  }

  function perform(callId: string, operation: RecordingOperation, recordingId?: string): void {
    const call = find(callId);
    const found = lookedUp.get(callId) ?? [];
    const recording =
      recordingId === undefined && found.length === 1
        ? found[0]
        : found.find((one) => one.recordingId === recordingId);
    const isUnknown = recordingId !== undefined && recording === undefined;
    const refusal = isUnknown ? GONE : refusalFor(call, found, recording);
    void runner.run({
      action: operation,
      callId,
      ...(recordingId !== undefined && { subject: recordingId }),
      target: call === undefined ? '' : describeParties(call),
      ...(refusal && { refusal }),
      send: () => send(call, operation, recording),
      refresh: () => recorder?.refresh(),
      findOut: () => findOut(callId, operation, recording),
      isWorthTelling: true,
    });
  }

  function refusalFor(
    call: KnownCall | undefined,
    found: readonly Recording[],
    recording: Recording | undefined,
  ): AppError | undefined {
    if (call === undefined) return GONE;
    if (recorder === undefined) return NOT_CONFIGURED;
    return found.length > 1 && recording === undefined ? AMBIGUOUS : undefined;
  }

  async function send(
    call: KnownCall | undefined,
    operation: RecordingOperation,
    recording: Recording | undefined,
  ): Promise<Answer<'deleted' | 'marked-for-deletion' | null>> {
    if (call === undefined || recorder === undefined) {
      return { kind: 'refused', error: NOT_CONFIGURED };
    }
    const answer = await recorder.perform(operation, call.recordingKeys, recording);
    if (answer.kind === 'accepted' && answer.value !== null) {
      store.tellDeletion(call.id, answer.value);
      if (answer.value === 'marked-for-deletion') follow(call.id, recording);
    }
    return answer;
  }

  /** Checks, when the call has ended, that a recording marked for deletion is gone. */
  function follow(callId: string, recording: Recording | undefined): void {
    const recordingId = recording?.recordingId;
    if (recordingId === undefined) return;
    if (find(callId)?.state === 'ended') void checkDeletion(callId, recordingId);
    else marked.set(callId, recordingId);
  }

  async function checkDeletion(callId: string, recordingId: string): Promise<void> {
    const state = await watch(recordingId, (reading) => isNotFound(reading));
    if (state === undefined) return;
    store.tellDeletion(callId, isNotFound(state) ? 'deleted' : 'still-there');
  }

  /** What an answer that never came was about is read; it is never asked for again. */
  async function findOut(
    callId: string,
    operation: RecordingOperation,
    recording: Recording | undefined,
  ): Promise<Finding> {
    const recordingId = recording?.recordingId;
    // What was never seen cannot be missed.
    if (recordingId === undefined) return { kind: 'unknown' };
    if (operation === 'delete-call') {
      const state = await watch(recordingId, isNotFound);
      if (state === undefined) return { kind: 'unknown' };
      if (isNotFound(state)) {
        store.tellDeletion(callId, 'deleted');
        return { kind: 'done', value: 'deleted' };
      }
      if (state.ok && !state.value.isOngoing) return { kind: 'not-done' };
      // Whether one that goes on is marked is told by nothing but its being gone in the end.
      follow(callId, recording);
      return { kind: 'unknown' };
    }
    if (operation !== 'keep-recording' && operation !== 'unkeep-recording') {
      return { kind: 'unknown' };
    }
    const isWanted = operation === 'keep-recording';
    const isDone = (reading: Result<Recording>): boolean =>
      reading.ok && reading.value.isKept === isWanted;
    const state = await watch(recordingId, isDone);
    if (state?.ok !== true || state.value.isKept === undefined) return { kind: 'unknown' };
    return isDone(state) ? { kind: 'done', value: null } : { kind: 'not-done' };
  }

  /** Reads until it is as hoped for; answers with the last reading that says something, if any did. */
  async function watch(
    recordingId: string,
    isDone: (reading: Result<Recording>) => boolean,
  ): Promise<Result<Recording> | undefined> {
    let last: Result<Recording> | undefined;
    for (const pause of READING_PAUSES_MS) {
      await wait(pause);
      const reading = await recorder?.read(recordingId);
      if (reading === undefined) break;
      if (reading.ok || isNotFound(reading)) last = reading;
      if (isDone(reading)) break;
    }
    return last;
  }

  /** Never ends once everything is disposed of, so that nothing goes on then. */
  function wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.after(milliseconds, () => {
        timers.delete(cancel);
        resolve();
      });
      timers.add(cancel);
    });
  }

  return {
    lookUp,
    perform,
    canAsk: (call) =>
      recorder !== undefined &&
      call.deletion !== 'deleted' &&
      hasBeenAnswered(call) &&
      recorder.canMatch(call.recordingKeys),
    dispose: () => {
      unsubscribe();
      for (const cancel of timers) cancel();
      timers.clear();
      marked.clear();
    },
  };
}

function isNotFound(reading: Result<Recording>): boolean {
  return !reading.ok && reading.error.code === 'not-found';
}

/** Recording begins when somebody answers. */
function hasBeenAnswered({ line, answeredAt }: KnownCall): boolean {
  return line === 'genesys' && answeredAt !== undefined;
}
