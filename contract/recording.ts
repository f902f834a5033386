import { z } from 'zod';

/** What can be asked of a recording. Pausing and resuming are the recorder's own, not the line's. */
export const RECORDING_OPERATIONS = [
  'delete-call',
  'keep-recording',
  'unkeep-recording',
  'pause-recorder',
  'resume-recorder',
] as const;
export const recordingOperationSchema = z.enum(RECORDING_OPERATIONS);
export type RecordingOperation = z.infer<typeof recordingOperationSchema>;

/** How far a recording is, where the recorder reports it. */
export const RECORDING_STATUSES = [
  'in-progress',
  'paused',
  'stopped',
  'processing',
  'completed',
  /** Nothing was recorded, as when everybody was silent. */
  'absent',
] as const;
export const recordingStatusSchema = z.enum(RECORDING_STATUSES);
export type RecordingStatus = z.infer<typeof recordingStatusSchema>;

/** What the recorder says about a recording of a call, shown before anything is done to it. */
export const recordingSchema = z.object({
  /** The recorder's id, if it returned one. */
  recordingId: z.string().optional(),
  /** The two parties; absent where the recorder has none, as for a conference. */
  caller: z.string().optional(),
  called: z.string().optional(),
  /**
   * As the recorder wrote it, in the recorder's time zone, or in this computer's where the recorder names the
   * zone. Absent if it is no time or in the future.
   */
  startTime: z.string().optional(),
  /** Its length, if it has ended and the recorder reported it. */
  seconds: z.number().nonnegative().optional(),
  status: recordingStatusSchema.optional(),
  /** Still being recorded. */
  isOngoing: z.boolean(),
  /** To delete it while it is ongoing, it is stopped first. Otherwise it is only marked for deletion. */
  isStoppedFirst: z.boolean().optional(),
  /** Protected from deletion, if the recorder reports it. */
  isKept: z.boolean().optional(),
  /** What can be asked of it now. */
  operations: z.array(recordingOperationSchema),
});
export type Recording = z.infer<typeof recordingSchema>;
