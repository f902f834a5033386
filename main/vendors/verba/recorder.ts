import { assertNever } from '../../../contract/assert-never';
import type { AppError } from '../../../contract/errors';
import type { Recording, RecordingOperation } from '../../../contract/recording';
import { fail, succeed, type Result } from '../../../contract/result';
import type { RecorderPort } from '../../calls/ports';
import type { VerbaProfile } from '../../settings/sections/verba';
import { createConnectionReport } from '../shared/connection-report';
import { createBackoff, MAX_DELAY_MS } from '../shared/backoff';
import { createRepeater } from '../shared/repeater';
import { reportBug } from '../shared/report-bug';
import { withoutDetails } from '../shared/reply';
import type { Failure } from '../shared/reply';
import type { VendorOptions } from '../shared/vendor-options';
import { createVerbaClient, isAboutSignIn, isAnswerOfVerba } from './client';
import { createLookUp } from './look-up';
import { findKey, toSelector } from './mapper';
import { probeVerba } from './probe';

const MIN_RETRY_DELAY_MS = 1_000;

/** Which of the two channels are not recorded; the numbers follow the only sample in doc:MuteRecording. */
const MUTED = { none: '0', both: '3' } as const;

const NOT_FOUND: AppError = { code: 'not-found', vendor: 'verba' };

type RecordingKeys = Readonly<Record<string, string>>;

interface RecorderRequest {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * The Verba recorder: looks up the recordings of a call, deletes (doc:DeleteCall) and keeps them (doc:KeepCall), and
 * pauses the recorder (doc:MuteRecording). Requests are only sent when needed.
 */
export function createRecorder(options: VendorOptions<VerbaProfile>): RecorderPort {
  const { profile, http, clock, listener, logger, random = Math.random } = options;
  const { match } = profile;
  const client = createVerbaClient({ profile, http, clock, logger });
  const lookUp = createLookUp({ profile, client, clock, onFailure: suspect });
  const report = createConnectionReport(listener);
  const retryBackoff = createBackoff({
    minMs: MIN_RETRY_DELAY_MS,
    maxMs: MAX_DELAY_MS,
    factor: 2,
    random,
  });
  let isStarted = false;

  const probe = createRepeater(
    clock,
    async (signal) => {
      const problem = await probeVerba(client);
      if (signal.aborted) return undefined;
      if (problem !== undefined) {
        report(problem.isAboutSignIn ? 'signed-out' : 'error', problem.error);
        return problem.isAboutSignIn ? undefined : retryBackoff.next();
      }
      retryBackoff.reset();
      report('connected');
      return undefined;
    },
    (error) => {
      reportBug(logger, 'verba probe', error);
      report('error', { code: 'internal', vendor: 'verba' });
    },
  );

  /** The connection may be the cause, so check it and report its state. */
  function suspect(failure: Failure): void {
    if (!isAnswerOfVerba(failure) || isAboutSignIn(failure)) probeNow();
  }

  async function toRequest(
    operation: RecordingOperation,
    keys: RecordingKeys,
    recording: Recording | undefined,
    isOneOfSeveral: boolean,
  ): Promise<Result<RecorderRequest>> {
    if (operation === 'delete-call') return toDeletion(keys, recording, isOneOfSeveral);
    const target = await identify(keys, recording);
    if (!target.ok) return target;
    const { recordingId: callID, isOngoing } = target.value;
    if (callID === undefined) return fail(NOT_FOUND);
    switch (operation) {
      case 'keep-recording':
        return succeed({ action: 'KeepCall', parameters: { callID } });
      case 'unkeep-recording':
        return succeed({ action: 'KeepCall', parameters: { callID, unmark: '1' } });
      case 'pause-recorder':
      case 'resume-recorder': {
        // It is no longer being recorded, which will not change.
        if (!isOngoing) return fail({ code: 'gone', vendor: 'verba' });
        const mute = operation === 'pause-recorder' ? MUTED.both : MUTED.none;
        return succeed({ action: 'MuteRecording', parameters: { callID, mute } });
      }
      default:
        return assertNever(operation);
    }
  }

  /**
   * By the selector of the profile, unless that is ambiguous: an `extension` with its status may select a
   * different call by now, and if there are several, the agent chose one by its id (ADR 4).
   */
  function toDeletion(
    keys: RecordingKeys,
    recording: Recording | undefined,
    isOneOfSeveral: boolean,
  ): Result<RecorderRequest> {
    const key = findKey(match, keys);
    const isSeen = recording !== undefined || match.by !== 'extension';
    const needsId = isOneOfSeveral || match.by === 'extension';
    if (needsId && recording?.recordingId !== undefined) {
      return succeed({ action: 'DeleteCall', parameters: { callID: recording.recordingId } });
    }
    if (isOneOfSeveral) return fail({ code: 'ambiguous', vendor: 'verba' });
    return key === undefined || !isSeen
      ? fail(NOT_FOUND)
      : succeed({ action: 'DeleteCall', parameters: toSelector(match, key) });
  }

  /** `KeepCall` and `MuteRecording` take the recorder's own id, whatever the match rule uses. */
  async function identify(
    keys: RecordingKeys,
    recording: Recording | undefined,
  ): Promise<Result<Recording>> {
    if (recording?.recordingId !== undefined) return succeed(recording);
    // The rule may select a different call by now (ADR 4).
    if (recording === undefined && match.by === 'extension') return fail(NOT_FOUND);
    const found = await lookUp.match(keys);
    if (!found.ok) return found;
    const [only, second] = found.value;
    if (only === undefined) return fail(NOT_FOUND);
    return second === undefined ? succeed(only) : fail({ code: 'ambiguous', vendor: 'verba' });
  }

  function probeNow(): void {
    if (isStarted) probe.trigger();
  }

  return {
    start() {
      isStarted = true;
      probe.trigger();
      report('connecting');
    },
    refresh: probeNow,
    retry: probeNow,
    vendor: 'verba',
    canMatch: (keys) => findKey(match, keys) !== undefined,
    lookUp: lookUp.lookUp,
    fetch: lookUp.fetch,
    async perform(operation, keys, recording, isOneOfSeveral) {
      const request = await toRequest(operation, keys, recording, isOneOfSeveral);
      if (!request.ok) return { kind: 'failed', error: request.error };
      const { action, parameters } = request.value;
      const reply = await client.change(action, parameters);
      if (reply.kind !== 'done') {
        suspect(reply);
        return withoutDetails(reply);
      }
      if (operation !== 'delete-call') return { kind: 'done', value: null };
      // The answer is the same for both (ADR 4).
      const isMarked = recording?.isOngoing === true;
      return { kind: 'done', value: isMarked ? 'marked-for-deletion' : 'deleted' };
    },
    async stop() {
      // A pending sign-in ends with its connection, and so does the probe.
      const stopped = probe.stop();
      await http.close();
      await stopped;
    },
  };
}
