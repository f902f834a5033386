import type { AppError } from '../../contract/errors';
import type { Recording } from '../../contract/recording';
import type { KnownCall } from './known-call';
import type { RecorderPort } from './ports';

export const GONE: AppError = { code: 'gone' };
export const NOT_CONFIGURED: AppError = { code: 'not-configured' };

/** The recorder that knows this call, or else the one for all lines, which reports what is missing. */
export function chooseRecorder(
  recorders: readonly RecorderPort[],
  call: KnownCall | undefined,
): RecorderPort | undefined {
  return (
    recorders.find((recorder) => call !== undefined && canMatch(recorder, call)) ??
    recorders.find(({ line }) => line === undefined)
  );
}

/** Whether one of the recorders may have recordings of the call. */
export function isRecorded(recorders: readonly RecorderPort[], call: KnownCall): boolean {
  return recorders.some(
    (recorder) =>
      canMatch(recorder, call) &&
      // Recording begins when somebody answers. A line reports its own recordings.
      (recorder.line !== undefined || call.answeredAt !== undefined),
  );
}

function canMatch(recorder: RecorderPort, call: KnownCall): boolean {
  const isItsLine = recorder.line === undefined || recorder.line === call.line;
  return isItsLine && recorder.canMatch(call.recordingKeys);
}

/** The target of an operation: the recordings that were found, and the chosen one, if any. */
interface RecorderTarget {
  readonly call: KnownCall | undefined;
  readonly recorder: RecorderPort | undefined;
  readonly found: readonly Recording[];
  readonly recording: Recording | undefined;
  readonly recordingId: string | undefined;
}

/** The reason why no request is sent to the recorder, if any. */
export function refusalFor(target: RecorderTarget): AppError | undefined {
  const { call, recorder, found, recording, recordingId } = target;
  if (call === undefined) return GONE;
  if (recorder === undefined) return NOT_CONFIGURED;
  if (recording !== undefined) return undefined;
  const { vendor } = recorder;
  if (recordingId !== undefined) return { code: 'not-found', vendor };
  return found.length > 1 ? { code: 'ambiguous', vendor } : undefined;
}
