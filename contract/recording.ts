import { z } from 'zod';

/** What the recorder tells of a recording that belongs to a call, shown before anything is done to it. */
export const recordingSchema = z.object({
  /** The recorder's id, when it told one. */
  recordingId: z.string().optional(),
  caller: z.string(),
  called: z.string(),
  /** As the recorder wrote it, in the recorder's time zone. */
  startTime: z.string(),
  /** How long it is, where it has ended and the recorder told both ends. */
  seconds: z.number().nonnegative().optional(),
  /** Still being recorded, so deleting only marks it for deletion. */
  isOngoing: z.boolean(),
  /** Kept from being deleted, where the recorder tells. */
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
