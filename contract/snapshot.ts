import { z } from 'zod';
import { callSchema } from './call-model';
import { appErrorSchema } from './errors';
import { vendorSchema } from './vendors';

export const CONNECTION_STATES = [
  'connecting',
  'connected',
  'reconnecting',
  'signed-out',
  'error',
] as const;
export const connectionStateSchema = z.enum(CONNECTION_STATES);
export type ConnectionState = z.infer<typeof connectionStateSchema>;

export const connectionSchema = z.object({
  vendor: vendorSchema,
  state: connectionStateSchema,
  /** Why it is not connected, or what is odd although it is. */
  reason: appErrorSchema.optional(),
  /** Since when it is in this state, in ms since the epoch. */
  since: z.number(),
});
export type Connection = z.infer<typeof connectionSchema>;

export const COMMAND_ACTIONS = [
  'mute',
  'unmute',
  'hold',
  'retrieve',
  'hang-up',
  'remove-participant',
  'start-talkspace',
  'close-talkspace',
  'delete-call',
] as const;
export const commandActionSchema = z.enum(COMMAND_ACTIONS);
export type CommandAction = z.infer<typeof commandActionSchema>;

export const COMMAND_OUTCOMES = ['sent', 'confirmed', 'failed', 'unknown'] as const;
export const commandOutcomeSchema = z.enum(COMMAND_OUTCOMES);
export type CommandOutcome = z.infer<typeof commandOutcomeSchema>;

/** A command that the window has something to say about: under way, failed, unknown, or done and worth telling. */
export const commandSchema = z.object({
  id: z.string(),
  action: commandActionSchema,
  callId: z.string().optional(),
  participantId: z.string().optional(),
  /** Whom or what the command was about, in words that stay true when the call is gone. */
  target: z.string(),
  outcome: commandOutcomeSchema,
  error: appErrorSchema.optional(),
  /** Set with `confirmed` for `delete-call`: what the recorder did. */
  deletion: z.enum(['deleted', 'marked-for-deletion']).optional(),
});
export type Command = z.infer<typeof commandSchema>;

/** The whole of what a window shows. Always sent whole; a lower revision is old news. */
export const snapshotSchema = z.object({
  revision: z.number().int().nonnegative(),
  agentName: z.string(),
  /** No profile is in use, so there is nothing to connect to. */
  hasProfile: z.boolean(),
  /** One for each vendor of the profile, in the order of `VENDORS`. */
  connections: z.array(connectionSchema),
  /** Newest first. */
  calls: z.array(callSchema),
  currentCallId: z.string().optional(),
  /** Starting a TalkSpace is possible now: the vendor is configured and none is open. */
  canStartTalkSpace: z.boolean(),
  /** Things that went wrong outside any call, such as a keyring that cannot be used. */
  notices: z.array(appErrorSchema),
  commands: z.array(commandSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
