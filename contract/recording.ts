import { z } from 'zod';

/** What the recorder tells of the recording that belongs to a call, shown before it is deleted. */
export const recordingSchema = z.object({
  /** The recorder's id, when it told one. */
  recordingId: z.string().optional(),
  caller: z.string(),
  called: z.string(),
  /** As the recorder wrote it, in the recorder's time zone. */
  startTime: z.string(),
  /** Still being recorded, so deleting only marks it for deletion. */
  isOngoing: z.boolean(),
});
export type Recording = z.infer<typeof recordingSchema>;
