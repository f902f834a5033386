import { z } from 'zod';
import { wrapUpSchema } from './wrap-up';

/** The id of a line, by which its descriptor (`lines.ts`) and its texts are found. */
export const lineSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
export type Line = z.infer<typeof lineSchema>;

/**
 * The state of a call, in one vocabulary for all lines. An open TalkSpace and an active conference
 * are `established`; a conference that nobody has joined is `waiting`. A call is `unknown` while
 * its vendor reports a state that Sidetone does not know.
 */
const CALL_STATES = [
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

/** The actions on a call. `Call.actions` lists those that its vendor allows now. */
const CALL_ACTIONS = [
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
  /** Consults somebody before adding them to the call. */
  'consult-conference',
  /** Consults somebody before transferring the call to them. */
  'consult-transfer',
  'complete-conference',
  'complete-transfer',
  'swap',
  'attach-data',
  /** Attaches the agent's note and outcome. */
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

const PARTICIPANT_ACTIONS = [
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

/** The progress of a call to somebody who has not answered yet. */
const CALL_PROGRESS = ['queued', 'connecting', 'ringing'] as const;
export const callProgressSchema = z.enum(CALL_PROGRESS);
export type CallProgress = z.infer<typeof callProgressSchema>;

export const participantSchema = z.object({
  /** Unique within the call and stable while the participant is in it. */
  id: z.string(),
  /** The displayed text: the name if known, else the number. */
  name: z.string(),
  /** The number as formatted by the vendor, if there is a name as well. */
  number: z.string().optional(),
  /** The address to call them on the same line: a number or a network ID. */
  address: z.string().optional(),
  /** `calling`: being called, and not known to have joined. */
  presence: z.enum(['calling', 'joined']),
  /** Only while `calling`, if the vendor reports it. */
  progress: callProgressSchema.optional(),
  /** Whether this is the agent. A conference lists them like anybody else. */
  isAgent: z.literal(true).optional(),
  isMuted: z.boolean(),
  isHeld: z.boolean(),
  /**
   * When they joined, in ms since the epoch; absent for those who were there when the call was
   * first seen.
   */
  joinedAt: z.number().optional(),
  actions: z.array(participantActionSchema),
});
export type Participant = z.infer<typeof participantSchema>;

/** One item of the data attached to a call, such as the customer's name. */
const attachedDataSchema = z.object({
  key: z.string(),
  /** Values that are not text are shown as JSON. */
  value: z.string(),
  /** Only text can be changed without changing its type. */
  isText: z.boolean(),
  /** Whether `value` is not the complete original, so that sending it back would lose something. */
  isAltered: z.literal(true).optional(),
});
export type AttachedData = z.infer<typeof attachedDataSchema>;

/** The state of line recording, as opposed to the recorder's recording. */
const LINE_RECORDING_STATES = ['stopped', 'recording', 'paused'] as const;
const lineRecordingSchema = z.enum(LINE_RECORDING_STATES);
export type LineRecording = z.infer<typeof lineRecordingSchema>;

/** The recording of a call, as found after its end. */
export const mediaSchema = z.object({
  /** `none`: not found after long enough. */
  state: z.enum(['pending', 'ready', 'none', 'unknown']),
  bytes: z.number().int().nonnegative().optional(),
  /** The address of the recording. */
  url: z.string().optional(),
});
export type Media = z.infer<typeof mediaSchema>;

/**
 * The state of the deletion of a call's recording: deleted, marked for deletion when the call has
 * ended, or still there although it should have been deleted.
 */
const DELETIONS = ['deleted', 'marked-for-deletion', 'still-there'] as const;
export const deletionSchema = z.enum(DELETIONS);
export type Deletion = z.infer<typeof deletionSchema>;

/** The caller and the reason of a call, as far as known. */
export const callIdentitySchema = z.object({
  /** From the attached data, else the other party or parties; never empty. */
  name: z.string(),
  /**
   * The number as formatted by the vendor, if it differs from the name and there is only one other
   * party.
   */
  number: z.string().optional(),
  /** The subject or the queue. */
  reason: z.string().optional(),
  /** Whether the name is that of a contact with this number, because the vendor reported none. */
  isFromContacts: z.literal(true).optional(),
  /** Whether the name is the one under which this number called earlier, because nothing else is known. */
  isFromEarlierCall: z.literal(true).optional(),
  /** Whether the name is the caller's, from the attached data. */
  isFromData: z.literal(true).optional(),
});
export type CallIdentity = z.infer<typeof callIdentitySchema>;

export const directionSchema = z.enum(['inbound', 'outbound']);
export type Direction = z.infer<typeof directionSchema>;

export const callSchema = z.object({
  /** Sidetone's own id: the line and the vendor's id. */
  id: z.string(),
  line: lineSchema,
  /** The vendor's id, to show to people. */
  reference: z.string(),
  identity: callIdentitySchema,
  /** The direction; absent if unknown. */
  direction: directionSchema.optional(),
  state: callStateSchema,
  isMuted: z.boolean(),
  isHeld: z.boolean(),
  /**
   * Whether the agent watches it instead of taking part. It stays in the window after its end,
   * until another one is watched.
   */
  isWatched: z.boolean().optional(),
  /** The other parties; in a conference all of them. */
  participants: z.array(participantSchema),
  /** The number of people in a conference. The roster may arrive later than this count. */
  activeMembers: z.number().int().nonnegative().optional(),
  /** The maximum number of people, if the vendor reports it. */
  maxMembers: z.number().int().positive().optional(),
  /** The call that this one was started from, to consult somebody. */
  parentCallId: z.string().optional(),
  /** Whether it began as a consultation, on either side: a colleague consults the agent, or the reverse. */
  isConsultation: z.literal(true).optional(),
  attachedData: z.array(attachedDataSchema).optional(),
  /** The agent's note and outcome. */
  wrapUp: wrapUpSchema.optional(),
  /** Absent if the line does not record. */
  lineRecording: lineRecordingSchema.optional(),
  media: mediaSchema.optional(),
  deletion: deletionSchema.optional(),
  /** Distinguishes it from an earlier call of this run with the same ID. */
  sequence: z.number().int().optional(),
  /** When the call began, in ms since the epoch. Its timer counts from here. */
  startedAt: z.number(),
  /** When it was first known to be answered, in ms since the epoch. */
  answeredAt: z.number().optional(),
  /**
   * When it was put on hold, in ms since the epoch; absent if it was already on hold when first
   * seen.
   */
  heldSince: z.number().optional(),
  /** When it ended, in ms since the epoch. */
  endedAt: z.number().optional(),
  /**
   * Whether it ended during a disconnection, at `endedAt` at the latest, so that its length is
   * unknown.
   */
  isEndUnseen: z.boolean().optional(),
  actions: z.array(callActionSchema),
});
export type Call = z.infer<typeof callSchema>;
