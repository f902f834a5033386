import { z } from 'zod';
import { deletionSchema } from './call-model';
import { PAIR_OPERATIONS, PARTICIPANT_OPERATIONS, SIMPLE_OPERATIONS } from './call-operations';
import { appErrorSchema } from './errors';
import { RECORDING_OPERATIONS } from './recording';

/** All actions of the agent: operations on calls, and actions without an existing call. */
export const COMMAND_ACTIONS = [
  ...SIMPLE_OPERATIONS,
  ...PAIR_OPERATIONS,
  'send-tones',
  'add-participant',
  'transfer',
  'consult-conference',
  'consult-transfer',
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

const COMMAND_OUTCOMES = ['sent', 'confirmed', 'failed', 'unknown'] as const;
export const commandOutcomeSchema = z.enum(COMMAND_OUTCOMES);
export type CommandOutcome = z.infer<typeof commandOutcomeSchema>;

/** A command that the window shows: under way, failed, unknown, or done and worth mentioning. */
export const commandSchema = z.object({
  id: z.string(),
  action: commandActionSchema,
  callId: z.string().optional(),
  participantId: z.string().optional(),
  /**
   * Distinguishes it from other commands with the same action, such as the number to add or the
   * line.
   */
  subject: z.string().optional(),
  /**
   * The person or thing that the command concerns, in words that stay valid after the call. Names
   * are isolated.
   */
  target: z.string(),
  outcome: commandOutcomeSchema,
  error: appErrorSchema.optional(),
  /** Set with `confirmed` for `delete-call`: what the recorder did. */
  deletion: deletionSchema.optional(),
});
export type Command = z.infer<typeof commandSchema>;

/** A command that has started. Snapshots show it from this revision on. */
export interface StartedCommand {
  readonly commandId: string;
  readonly revision: number;
}
