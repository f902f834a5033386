import { z } from 'zod';
import { deletionSchema } from './call-model';
import { PARTICIPANT_OPERATIONS, SIMPLE_OPERATIONS } from './call-operations';
import { appErrorSchema } from './errors';
import { RECORDING_OPERATIONS } from './recording';

/** Everything that the agent can have done: all operations on calls, and what is not done to a call. */
export const COMMAND_ACTIONS = [
  ...SIMPLE_OPERATIONS,
  'send-tones',
  'add-participant',
  'transfer',
  'consult-conference',
  'consult-transfer',
  'swap',
  'attach-data',
  'update-data',
  'delete-data',
  'play',
  ...PARTICIPANT_OPERATIONS,
  'play-participant',
  'move-participant',
  'dial',
  'start-talkspace',
  'create-conference',
  ...RECORDING_OPERATIONS,
] as const;
export const commandActionSchema = z.enum(COMMAND_ACTIONS);
export type CommandAction = z.infer<typeof commandActionSchema>;

export const COMMAND_OUTCOMES = ['sent', 'confirmed', 'failed', 'unknown'] as const;
export const commandOutcomeSchema = z.enum(COMMAND_OUTCOMES);
export type CommandOutcome = z.infer<typeof commandOutcomeSchema>;

/** A command that the window has something to say about: under way, failed, unknown, or done and worth mentioning. */
export const commandSchema = z.object({
  id: z.string(),
  action: commandActionSchema,
  callId: z.string().optional(),
  participantId: z.string().optional(),
  /** What else distinguishes it from another of its kind, such as the number that is added or the line. */
  subject: z.string().optional(),
  /** Who or what the command was about, in words that stay true when the call is gone; names are isolated. */
  target: z.string(),
  outcome: commandOutcomeSchema,
  error: appErrorSchema.optional(),
  /** Set with `confirmed` for `delete-call`: what the recorder did. */
  deletion: deletionSchema.optional(),
});
export type Command = z.infer<typeof commandSchema>;

/** A command that has begun: snapshots show it from this revision on. */
export interface StartedCommand {
  readonly commandId: string;
  readonly revision: number;
}
