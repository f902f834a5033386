import { z } from 'zod';

/** The kinds of call that Sidetone makes one model of: telephone, TalkSpace, Bandwidth conference. */
export const LINES = ['genesys', 'talkspace', 'conference'] as const;
export const lineSchema = z.enum(LINES);
export type Line = z.infer<typeof lineSchema>;

/**
 * What a call is doing, in one vocabulary for all lines. An open TalkSpace and an active conference
 * are `established`; a conference that nobody has joined is `waiting`.
 */
export const CALL_STATES = [
  'waiting',
  'dialing',
  'ringing',
  'established',
  'held',
  'ended',
] as const;
export const callStateSchema = z.enum(CALL_STATES);
export type CallState = z.infer<typeof callStateSchema>;

/** What may be asked of a call. A call lists those that its vendor allows at this moment. */
export const CALL_ACTIONS = [
  'mute',
  'unmute',
  'hold',
  'retrieve',
  'hang-up',
  'close-talkspace',
  'delete-call',
] as const;
export const callActionSchema = z.enum(CALL_ACTIONS);
export type CallAction = z.infer<typeof callActionSchema>;

export const PARTICIPANT_ACTIONS = ['remove'] as const;
export const participantActionSchema = z.enum(PARTICIPANT_ACTIONS);
export type ParticipantAction = z.infer<typeof participantActionSchema>;

export const participantSchema = z.object({
  /** Unique within the call and stable while the participant is in it. */
  id: z.string(),
  /** What the agent reads: the name if one is known, else the number. */
  name: z.string(),
  /** The number, as the vendor formats it, where there is one beside the name. */
  number: z.string().optional(),
  /** `calling`: asked for but not known to have joined. */
  presence: z.enum(['calling', 'joined']),
  isMuted: z.boolean(),
  isHeld: z.boolean(),
  actions: z.array(participantActionSchema),
});
export type Participant = z.infer<typeof participantSchema>;

export const callSchema = z.object({
  /** Sidetone's own id: the line and the vendor's id. */
  id: z.string(),
  line: lineSchema,
  /** The vendor's id, for people to read out. */
  reference: z.string(),
  state: callStateSchema,
  isMuted: z.boolean(),
  isHeld: z.boolean(),
  /** The other parties, never the agent. */
  participants: z.array(participantSchema),
  /** How many are in a conference; the roster may come later than the count. */
  activeMembers: z.number().int().nonnegative().optional(),
  /** When the call began, in ms since the epoch; what its timer counts from. */
  startedAt: z.number(),
  /** When it ended, in ms since the epoch. */
  endedAt: z.number().optional(),
  actions: z.array(callActionSchema),
});
export type Call = z.infer<typeof callSchema>;
