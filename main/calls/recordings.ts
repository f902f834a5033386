import { assertNever } from '../../contract/assert-never';
import type { Deletion } from '../../contract/call-model';
import type { StartedCommand } from '../../contract/commands';
import type { Recording, RecordingOperation } from '../../contract/recording';
import { fail, succeed, type Result } from '../../contract/result';
import type { Clock } from '../time/clock';
import { chooseRecorder, GONE, isRecorded, NOT_CONFIGURED, refusalFor } from './choose-recorder';
import type { CommandRunner } from './commands';
import { describeParties } from './describe-parties';
import { notDone, type Outcome } from '../../contract/outcome';
import type { RecorderPort } from './ports';
import type { KnownCall } from './known-call';
import { hasEnded as isOver } from './reducer';
import type { CallStore } from './store';

/** The recordings of calls: looked up before an operation, and after one that was not answered. */
export interface Recordings {
  /** The recordings that may belong to the call, to be shown before anything is done to one. */
  lookUp(callId: string): Promise<Result<readonly Recording[]>>;
  /**
   * `recordingId` is from a lookup. Without it, the operation applies to the only recording that was looked
   * up, or to the one that the match rule selects.
   */
  perform(callId: string, operation: RecordingOperation, recordingId?: string): StartedCommand;
  /** Whether the recorder can look up this call. */
  canLookUp(call: KnownCall): boolean;
  /** Stops waiting. */
  dispose(): void;
}

type Finding = Outcome<Deletion | null>;

export interface RecordingsOptions {
  readonly store: CallStore;
  readonly runner: CommandRunner;
  readonly clock: Clock;
  readonly recorders: readonly RecorderPort[];
}

/** Delays before each check of an operation, in ms: a recorder takes a while to delete. */
const REFRESH_DELAYS_MS = [3_000, 10_000, 30_000];

const NOT_DONE = notDone({ code: 'not-done' });
const ONLY_STOPPED = notDone({ code: 'only-stopped' });

export function createRecordings(options: RecordingsOptions): Recordings {
  const { store, runner, clock, recorders } = options;
  /** The recordings that were shown to the agent, by call id. Operations apply only to these. */
  const lookedUp = new Map<string, readonly Recording[]>();
  /** The functions that end each wait. */
  const waits = new Set<() => void>();
  let isDisposed = false;

  const unsubscribe = store.subscribe(({ calls }, previous) => {
    if (calls.known === previous.calls.known) return;
    for (const callId of lookedUp.keys()) {
      const before = previous.calls.known.get(callId);
      if (before === undefined || !isStillKnown(before)) lookedUp.delete(callId);
    }
  });

  function recorderOf(call: KnownCall | undefined): RecorderPort | undefined {
    return chooseRecorder(recorders, call);
  }

  function find(callId: string): KnownCall | undefined {
    return store.getState().calls.known.get(callId);
  }

  /** Whether its id still stands for this call: a call that comes back is another one under the same id. */
  function isStillKnown(call: KnownCall): boolean {
    return find(call.id)?.sequence === call.sequence;
  }

  async function lookUp(callId: string): Promise<Result<readonly Recording[]>> {
    const call = find(callId);
    lookedUp.delete(callId);
    if (call === undefined) return fail(GONE);
    const recorder = recorderOf(call);
    if (recorder === undefined) return fail(NOT_CONFIGURED);
    const result = await recorder.lookUp(call.recordingKeys, call);
    if (result.ok && isStillKnown(call)) lookedUp.set(callId, result.value);
    return result;
  }

  function perform(
    callId: string,
    operation: RecordingOperation,
    recordingId?: string,
  ): StartedCommand {
    const call = find(callId);
    const found = lookedUp.get(callId) ?? [];
    const recording =
      recordingId === undefined
        ? onlyOf(found)
        : found.find((candidate) => candidate.recordingId === recordingId);
    const recorder = recorderOf(call);
    const refusal = refusalFor({ call, recorder, found, recording, recordingId });
    return runner.run({
      action: operation,
      callId,
      ...(recordingId !== undefined && { subject: recordingId }),
      target: call === undefined ? '' : describeParties(call),
      ...(refusal && { refusal }),
      send: () => send(call, recorder, operation, recording, found.length > 1),
      refresh: () => recorder?.refresh(),
      findOut: () => findOut(callId, operation, recording),
      showsSuccess: true,
    });
  }

  async function send(
    call: KnownCall | undefined,
    recorder: RecorderPort | undefined,
    operation: RecordingOperation,
    recording: Recording | undefined,
    isOneOfSeveral: boolean,
  ): Promise<Outcome<'deleted' | 'marked-for-deletion' | null>> {
    if (call === undefined || recorder === undefined) {
      return { kind: 'failed', error: NOT_CONFIGURED };
    }
    const { recordingKeys } = call;
    const answer = await recorder.perform(operation, recordingKeys, recording, isOneOfSeveral);
    if (answer.kind !== 'done' || answer.value === null) return answer;
    // Without a looked-up recording, only the call shows whether it is ongoing.
    const isMarked =
      recording === undefined ? !hasEnded(call) : answer.value === 'marked-for-deletion';
    noteDeletion(call, isMarked ? 'marked-for-deletion' : 'deleted');
    if (isMarked) void followDeletion(call, recording);
    return { kind: 'done', value: isMarked ? 'marked-for-deletion' : 'deleted' };
  }

  /** After one of several was deleted, the others remain available. */
  function noteDeletion(call: KnownCall, deletion: Deletion): void {
    if (!isStillKnown(call)) return;
    if (deletion === 'deleted' && lookedUp.get(call.id)?.length === 1) lookedUp.delete(call.id);
    store.setDeletion(call.id, deletion);
  }

  /** Checks, when the call has ended, that a recording marked for deletion is gone. */
  async function followDeletion(
    call: KnownCall,
    recording: Recording | undefined,
  ): Promise<Result<Recording> | undefined> {
    await untilEnd(call);
    const found = await watch(() => read(call, recording), isNotFound);
    // A recording that continues after the call, as after a transfer, stays marked.
    if (found !== undefined && !(found.ok && found.value.isOngoing)) {
      noteDeletion(call, found.ok ? 'still-there' : 'deleted');
    }
    return found;
  }

  /** Finds out the outcome of an unanswered operation, which is never sent again. */
  async function findOut(
    callId: string,
    operation: RecordingOperation,
    recording: Recording | undefined,
  ): Promise<Finding | undefined> {
    const call = find(callId);
    // A recording that was never looked up cannot be checked.
    if (call === undefined || recording?.recordingId === undefined) return undefined;
    switch (operation) {
      case 'delete-call':
        return findOutDeletion(call, recording);
      case 'keep-recording':
      case 'unkeep-recording':
        return findOutKeeping(call, recording, operation === 'keep-recording');
      case 'pause-recorder':
      case 'resume-recorder':
        // The recorder does not report whether it is paused.
        return undefined;
      default:
        return assertNever(operation);
    }
  }

  async function findOutDeletion(
    call: KnownCall,
    recording: Recording,
  ): Promise<Finding | undefined> {
    const isStoppedFirst = recording.isOngoing && recording.isStoppedFirst === true;
    // A recording that is marked for deletion does not show it while it is ongoing. It is only gone afterwards.
    const found =
      recording.isOngoing && !isStoppedFirst
        ? await followDeletion(call, recording)
        : await watch(() => read(call, recording), isNotFound);
    if (found === undefined || (found.ok && found.value.isOngoing && !isStoppedFirst)) {
      return undefined;
    }
    if (found.ok) return isStoppedFirst && !found.value.isOngoing ? ONLY_STOPPED : NOT_DONE;
    noteDeletion(call, 'deleted');
    return { kind: 'done', value: 'deleted' };
  }

  async function findOutKeeping(
    call: KnownCall,
    recording: Recording,
    isWanted: boolean,
  ): Promise<Finding | undefined> {
    const isDone = (found: Result<Recording>) => found.ok && found.value.isKept === isWanted;
    const found = await watch(() => read(call, recording), isDone);
    if (found?.ok !== true || found.value.isKept === undefined) return undefined;
    return isDone(found) ? { kind: 'done', value: null } : NOT_DONE;
  }

  /** The current state of the recording: by its id, or by the match rule if it has none. */
  async function read(
    call: KnownCall,
    recording: Recording | undefined,
  ): Promise<Result<Recording>> {
    const recorder = recorderOf(call);
    if (recorder === undefined) return fail(NOT_CONFIGURED);
    if (recording?.recordingId !== undefined) return recorder.fetch(recording.recordingId);
    const found = await recorder.lookUp(call.recordingKeys, find(call.id) ?? call);
    if (!found.ok) return found;
    const [first] = found.value;
    return first === undefined
      ? fail({ code: 'not-found', vendor: recorder.vendor })
      : succeed(first);
  }

  /** Fetches until `isDone`. Returns the last usable answer, if any. */
  async function watch(
    fetch: () => Promise<Result<Recording>>,
    isDone: (found: Result<Recording>) => boolean,
  ): Promise<Result<Recording> | undefined> {
    let last: Result<Recording> | undefined;
    for (const delay of REFRESH_DELAYS_MS) {
      await wait(delay);
      const found = await fetch();
      if (found.ok || isNotFound(found)) last = found;
      if (isDone(found)) break;
    }
    return last;
  }

  function hasEnded(call: KnownCall): boolean {
    return !isStillKnown(call) || isOver(store.getState().calls, call.id);
  }

  /** Never resolves after disposal, so that nothing continues then. */
  function until(begin: (resolve: () => void) => () => void): Promise<void> {
    return new Promise((resolve) => {
      if (isDisposed) return;
      const end = begin(() => {
        end();
        waits.delete(end);
        resolve();
      });
      waits.add(end);
    });
  }

  function untilEnd(call: KnownCall): Promise<void> {
    if (hasEnded(call)) return Promise.resolve();
    return until((resolve) =>
      store.subscribe(() => {
        if (hasEnded(call)) resolve();
      }),
    );
  }

  function wait(milliseconds: number): Promise<void> {
    return until((resolve) => clock.after(milliseconds, resolve));
  }

  return {
    lookUp,
    perform,
    canLookUp: (call) =>
      (call.deletion !== 'deleted' || lookedUp.has(call.id)) && isRecorded(recorders, call),
    dispose: () => {
      isDisposed = true;
      unsubscribe();
      for (const end of waits) end();
      waits.clear();
    },
  };
}

/** The recording that was looked up, if there was only one. */
function onlyOf(found: readonly Recording[]): Recording | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function isNotFound(found: Result<Recording>): boolean {
  return !found.ok && found.error.code === 'not-found';
}
