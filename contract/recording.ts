import { z } from 'zod';

/** The actions on a recording. Pausing and resuming concern the recorder, not line recording. */
export const RECORDING_OPERATIONS = [
  'delete-call',
  'keep-recording',
  'unkeep-recording',
  'pause-recorder',
  'resume-recorder',
] as const;
export const recordingOperationSchema = z.enum(RECORDING_OPERATIONS);
export type RecordingOperation = z.infer<typeof recordingOperationSchema>;

/** The status of a recording, if the recorder reports it. */
const RECORDING_STATUSES = [
  'in-progress',
  'paused',
  'stopped',
  'processing',
  'completed',
  /** Nothing was recorded, for example because everybody was silent. */
  'absent',
] as const;
export const recordingStatusSchema = z.enum(RECORDING_STATUSES);
export type RecordingStatus = z.infer<typeof recordingStatusSchema>;

/** The recorder's description of a recording, shown before anything is done to it. */
const recordingSchema = z.object({
  /** The recorder's id, if it returned one. */
  recordingId: z.string().optional(),
  /** The two parties; absent if the recorder has none, as for a conference. */
  caller: z.string().optional(),
  called: z.string().optional(),
  /**
   * The start as written by the recorder, in the recorder's time zone, or in this computer's if the
   * recorder names the zone. Absent if it is invalid or in the future.
   */
  startTime: z.string().optional(),
  /** Its length, if it has ended and the recorder reported it. */
  seconds: z.number().nonnegative().optional(),
  status: recordingStatusSchema.optional(),
  /** Whether it is still being recorded. */
  isOngoing: z.boolean(),
  /**
   * Whether deleting it while it is in progress stops it first. Otherwise it is only marked for
   * deletion.
   */
  isStoppedFirst: z.boolean().optional(),
  /** Whether it is protected from deletion, if the recorder reports it. */
  isKept: z.boolean().optional(),
  /** The actions that are possible now. */
  operations: z.array(recordingOperationSchema),
});
export type Recording = z.infer<typeof recordingSchema>;
