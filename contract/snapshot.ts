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

const CONNECTION_STATES = [
  'connecting',
  'connected',
  'reconnecting',
  'signed-out',
  'error',
] as const;
export const connectionStateSchema = z.enum(CONNECTION_STATES);
export type ConnectionState = z.infer<typeof connectionStateSchema>;

const connectionSchema = z.object({
  vendor: vendorSchema,
  state: connectionStateSchema,
  /** Why it is not connected, or a warning while it is. */
  reason: appErrorSchema.optional(),
  /** When it entered this state, in ms since the epoch. */
  since: z.number(),
});
export type Connection = z.infer<typeof connectionSchema>;

/** A call that has ended, kept for its recording and for calling back. */
const lastCallSchema = z.object({
  id: z.string(),
  /** Absent if it is from an earlier run. */
  sequence: callSchema.shape.sequence,
  line: lineSchema,
  reference: z.string(),
  identity: callIdentitySchema,
  direction: directionSchema.optional(),
  wasAnswered: z.boolean(),
  /** What to dial to call back. */
  address: z.string().optional(),
  /** The first of its participants. */
  participants: z.array(participantSchema.pick({ id: true, name: true, address: true })),
  participantCount: z.number().int().nonnegative(),
  startedAt: z.number(),
  endedAt: z.number(),
  isEndUnseen: callSchema.shape.isEndUnseen,
  canLookUpRecording: z.boolean(),
  media: mediaSchema.optional(),
  deletion: deletionSchema.optional(),
  wrapUp: wrapUpSchema.optional(),
});
export type LastCall = z.infer<typeof lastCallSchema>;

/** A call that rang and ended before the agent answered or rejected it. */
const missedCallSchema = z.object({
  id: z.string(),
  identity: callIdentitySchema,
  /** What to dial to call back. */
  address: z.string().optional(),
  /** When it started ringing, in ms since the epoch. */
  at: z.number(),
});
export type MissedCall = z.infer<typeof missedCallSchema>;

/** Everything that a window shows. Always sent completely. A lower revision is outdated. */
const snapshotSchema = z.object({
  revision: z.number().int().nonnegative(),
  agentName: z.string(),
  /** Whether no profile is in use, so that there is nothing to connect to. */
  hasProfile: z.boolean(),
  /** Whether the services are simulated. */
  isDemo: z.boolean().optional(),
  /** The lines of the profile, in display order. */
  lines: z.array(lineDescriptorSchema),
  /** One for each vendor of the profile, in a fixed order. */
  connections: z.array(connectionSchema),
  /** Newest first. */
  calls: z.array(callSchema),
  /**
   * The call that the agent is talking on, unless they chose to see another. Never a watched
   * conference.
   */
  currentCallId: z.string().optional(),
  /** Calls that ring while another is the current one, newest first. */
  waitingCallIds: z.array(z.string()),
  /** Missed calls, until they are dismissed or called back, newest first. */
  missedCalls: z.array(missedCallSchema),
  /** Ended calls, newest first. */
  lastCalls: z.array(lastCallSchema),
  /** Whether the profile has a recorder for the calls of all lines. */
  hasRecorder: z.boolean(),
  /** Whether a history is kept. */
  hasHistory: z.boolean(),
  preferences: preferencesSchema,
  /** The outcomes of a call to choose from. */
  outcomes: z.array(z.string()),
  /** Problems that do not concern a call, such as a keyring that cannot be used. */
  notices: z.array(appErrorSchema),
  commands: z.array(commandSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
