import { z } from 'zod';

/** What the recorder says about a recording of a call, shown before anything is done to it. */
export const recordingSchema = z.object({
  /** The recorder's id, if it returned one. */
  recordingId: z.string().optional(),
  caller: z.string(),
  called: z.string(),
  /** As the recorder wrote it, in the recorder's time zone. Absent if it is no time or in the future. */
  startTime: z.string().optional(),
  /** Its length, if it has ended and the recorder reported both times. */
  seconds: z.number().nonnegative().optional(),
  /** Still being recorded, so deleting only marks it for deletion. */
  isOngoing: z.boolean(),
  /** Protected from deletion, if the recorder reports it. */
  isKept: z.boolean().optional(),
});
export type Recording = z.infer<typeof recordingSchema>;

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
