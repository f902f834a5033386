import { z } from 'zod';
import { wrapUpSchema } from './wrap-up';

/** The id of a line, by which its descriptor (`lines.ts`) and its texts are found. */
export const lineSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
export type Line = z.infer<typeof lineSchema>;

/**
 * What a call is doing, in one vocabulary for all lines. An open TalkSpace and an active conference
 * are `established`; a conference that nobody has joined is `waiting`. A call is `unknown` while its
 * vendor has reported no state that Sidetone knows.
 */
export const CALL_STATES = [
  'waiting',
  'dialing',
  'ringing',
  'established',
  'held',
  'ended',
  'unknown',
] as const;
export const callStateSchema = z.enum(CALL_STATES);
export type CallState = z.infer<typeof callStateSchema>;

/** What may be asked of a call. A call lists those that its vendor allows at this moment. */
export const CALL_ACTIONS = [
  'answer',
  'reject',
  'mute',
  'unmute',
  'hold',
  'retrieve',
  'hang-up',
  /** Ends it for everybody in it. */
  'clear',
  'send-tones',
  'add-participant',
  /** Hands the call over at once. */
  'transfer',
  /** Calls somebody else first, to have that person in the call as well. */
  'consult-conference',
  /** Calls somebody else first, to hand the call over. */
  'consult-transfer',
  'complete-conference',
  'complete-transfer',
  'swap',
  'attach-data',
  /** Attaches the note and the outcome that the agent has written down. */
  'attach-wrap-up',
  'update-data',
  'delete-data',
  'delete-all-data',
  'start-recording',
  'pause-recording',
  'resume-recording',
  'stop-recording',
  'play',
  'stop-playing',
  'complete-room',
  'close-talkspace',
  'delete-call',
] as const;
export const callActionSchema = z.enum(CALL_ACTIONS);
export type CallAction = z.infer<typeof callActionSchema>;

export const PARTICIPANT_ACTIONS = [
  'remove',
  'mute',
  'unmute',
  'hold',
  'retrieve',
  /** To another TalkSpace. */
  'move',
  'play',
  'stop-playing',
] as const;
export const participantActionSchema = z.enum(PARTICIPANT_ACTIONS);
export type ParticipantAction = z.infer<typeof participantActionSchema>;

/** How far the call to somebody is who has not answered yet. */
export const CALL_PROGRESS = ['queued', 'connecting', 'ringing'] as const;
export const callProgressSchema = z.enum(CALL_PROGRESS);
export type CallProgress = z.infer<typeof callProgressSchema>;

export const participantSchema = z.object({
  /** Unique within the call and stable while the participant is in it. */
  id: z.string(),
  /** What the agent reads: the name if one is known, else the number. */
  name: z.string(),
  /** The number, as the vendor formats it, where there is one beside the name. */
  number: z.string().optional(),
  /** What to call to reach them on the same line: a number, or a network ID. */
  address: z.string().optional(),
  /** `calling`: asked for but not known to have joined. */
  presence: z.enum(['calling', 'joined']),
  /** Only while `calling`, where the vendor reports it. */
  progress: callProgressSchema.optional(),
  /** The agent. A conference lists them like anybody else. */
  isAgent: z.literal(true).optional(),
  isMuted: z.boolean(),
  isHeld: z.boolean(),
  /** When they joined, in ms since the epoch; absent for those who were there before it was seen. */
  joinedAt: z.number().optional(),
  actions: z.array(participantActionSchema),
});
export type Participant = z.infer<typeof participantSchema>;

/** One piece of the data that is attached to a call, such as who the customer is. */
export const attachedDataSchema = z.object({
  key: z.string(),
  /** What is not a text is shown as JSON. */
  value: z.string(),
  /** Only a text can be changed without becoming something else. */
  isText: z.boolean(),
});
export type AttachedData = z.infer<typeof attachedDataSchema>;

/** What a line itself is recording; not the recorder's recording. */
export const LINE_RECORDING_STATES = ['stopped', 'recording', 'paused'] as const;
export const lineRecordingSchema = z.enum(LINE_RECORDING_STATES);
export type LineRecording = z.infer<typeof lineRecordingSchema>;

/** What became of a recording that was to be made into a named place, asked for after the end. */
export const mediaSchema = z.object({
  /** `none`: not found after long enough. */
  state: z.enum(['pending', 'ready', 'none', 'unknown']),
  bytes: z.number().int().nonnegative().optional(),
  /** Where it can be had. */
  url: z.string().optional(),
});
export type Media = z.infer<typeof mediaSchema>;

/**
 * What is known of the deletion of a call's recording: deleted, to be deleted when the call has ended,
 * or found to be there still although it was to be deleted by now.
 */
export const DELETIONS = ['deleted', 'marked-for-deletion', 'still-there'] as const;
export const deletionSchema = z.enum(DELETIONS);
export type Deletion = z.infer<typeof deletionSchema>;

/** Who a call is with and what it is about, as far as it is known. */
export const callIdentitySchema = z.object({
  /** From the attached data, else the other party or parties; never empty. */
  name: z.string(),
  /** As the vendor formats it, where it says more than the name and there is one other party. */
  number: z.string().optional(),
  /** The subject or the queue. */
  reason: z.string().optional(),
  /** The name is that of a contact with this number; the vendor gave none. */
  isFromContacts: z.literal(true).optional(),
  /** The name is the caller's, from the attached data. */
  isFromData: z.literal(true).optional(),
});
export type CallIdentity = z.infer<typeof callIdentitySchema>;

export const directionSchema = z.enum(['inbound', 'outbound']);
export type Direction = z.infer<typeof directionSchema>;

export const callSchema = z.object({
  /** Sidetone's own id: the line and the vendor's id. */
  id: z.string(),
  line: lineSchema,
  /** The vendor's id, for people to read out. */
  reference: z.string(),
  identity: callIdentitySchema,
  /** The direction; absent if nobody reported it. */
  direction: directionSchema.optional(),
  state: callStateSchema,
  isMuted: z.boolean(),
  isHeld: z.boolean(),
  /**
   * The agent watches it from outside instead of taking part. It stays in the window after its end,
   * until another one is watched.
   */
  isWatched: z.boolean().optional(),
  /** The other parties; in a conference all of them. */
  participants: z.array(participantSchema),
  /** How many are in a conference; the roster may come later than the count. */
  activeMembers: z.number().int().nonnegative().optional(),
  /** How many it can hold at most, where the vendor says. */
  maxMembers: z.number().int().positive().optional(),
  /** The call that this one was started from, to consult somebody. */
  parentCallId: z.string().optional(),
  attachedData: z.array(attachedDataSchema).optional(),
  /** What the agent has written down about it. */
  wrapUp: wrapUpSchema.optional(),
  /** Absent where the line records nothing. */
  lineRecording: lineRecordingSchema.optional(),
  media: mediaSchema.optional(),
  deletion: deletionSchema.optional(),
  /** When the call began, in ms since the epoch; what its timer counts from. */
  startedAt: z.number(),
  /** When it was first seen answered, in ms since the epoch. */
  answeredAt: z.number().optional(),
  /** Since when it is on hold, in ms since the epoch; absent where it was so when first seen. */
  heldSince: z.number().optional(),
  /** When it ended, in ms since the epoch. */
  endedAt: z.number().optional(),
  /** It ended during a disconnection, at `endedAt` at the latest: its length is unknown. */
  isEndUnseen: z.boolean().optional(),
  actions: z.array(callActionSchema),
});
export type Call = z.infer<typeof callSchema>;
