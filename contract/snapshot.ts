import { z } from 'zod';
import {
  callIdentitySchema,
  callSchema,
  deletionSchema,
  directionSchema,
  lineSchema,
  mediaSchema,
  participantSchema,
} from './call-model';
import { commandSchema } from './commands';
import { appErrorSchema } from './errors';
import { lineDescriptorSchema } from './lines';
import { preferencesSchema } from './preferences';
import { vendorSchema } from './vendors';
import { wrapUpSchema } from './wrap-up';

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

/** A call that is over, as long as something can still be done about it: its recording is there. */
export const lastCallSchema = z.object({
  id: z.string(),
  line: lineSchema,
  reference: z.string(),
  identity: callIdentitySchema,
  direction: directionSchema.optional(),
  wasAnswered: z.boolean(),
  /** What to dial to call back. */
  address: z.string().optional(),
  /** The first of those who were in it. */
  participants: z.array(participantSchema.pick({ id: true, name: true, address: true })),
  participantCount: z.number().int().nonnegative(),
  startedAt: z.number(),
  endedAt: z.number(),
  isEndUnseen: callSchema.shape.isEndUnseen,
  canAskRecorder: z.boolean(),
  media: mediaSchema.optional(),
  deletion: deletionSchema.optional(),
  wrapUp: wrapUpSchema.optional(),
});
export type LastCall = z.infer<typeof lastCallSchema>;

/** A call that rang and ended before the agent answered or rejected it. */
export const missedCallSchema = z.object({
  id: z.string(),
  identity: callIdentitySchema,
  /** What to dial to call back. */
  address: z.string().optional(),
  /** When it began to ring, in ms since the epoch. */
  at: z.number(),
});
export type MissedCall = z.infer<typeof missedCallSchema>;

/** Everything a window shows. Always sent completely; a lower revision is outdated. */
export const snapshotSchema = z.object({
  revision: z.number().int().nonnegative(),
  agentName: z.string(),
  /** No profile is in use, so there is nothing to connect to. */
  hasProfile: z.boolean(),
  /** The services are simulated ones. */
  isDemo: z.boolean().optional(),
  /** The lines of the profile, in the order in which they are listed. */
  lines: z.array(lineDescriptorSchema),
  /** One for each vendor of the profile, in the same order for as long as the app runs. */
  connections: z.array(connectionSchema),
  /** Newest first. */
  calls: z.array(callSchema),
  /** The call that the agent is talking on, unless they asked to see another; never a conference that is only watched. */
  currentCallId: z.string().optional(),
  /** Calls that ring while another is the current one, newest first. */
  waitingCallIds: z.array(z.string()),
  /** Until they are dismissed or spoken to, newest first. */
  missedCalls: z.array(missedCallSchema),
  /** Calls that are over, newest first. */
  lastCalls: z.array(lastCallSchema),
  /** The profile names a recorder for the calls of all lines. */
  hasRecorder: z.boolean(),
  /** What happened is kept. */
  hasHistory: z.boolean(),
  preferences: preferencesSchema,
  /** What the agent can choose from as the outcome of a call. */
  outcomes: z.array(z.string()),
  /** Things that went wrong outside any call, such as a keyring that cannot be used. */
  notices: z.array(appErrorSchema),
  commands: z.array(commandSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
