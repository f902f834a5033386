import { z } from 'zod';
import { MAX_ADDRESS, MAX_DATA_KEY, MAX_DATA_VALUE, MAX_PLAYED } from './call-limits';
import type { CallAction, ParticipantAction } from './call-model';
import { isWellFormed } from './text';

/** Well-formed text. Half a surrogate pair, as left by truncation or a bug, is refused. */
export const sendableText = z.string().refine(isWellFormed, 'is not well-formed');

export const idSchema = sendableText.min(1).max(300);

/** A number or a network ID, as typed or chosen from a list. */
export const addressSchema = sendableText.trim().min(1).max(MAX_ADDRESS);

const ofCall = { callId: idSchema };
const ofParticipant = { callId: idSchema, participantId: idSchema };

/** Operations on a call without parameters. */
export const SIMPLE_OPERATIONS = [
  'answer',
  'reject',
  'mute',
  'unmute',
  'hold',
  'retrieve',
  'hang-up',
  'clear',
  'delete-all-data',
  'attach-wrap-up',
  'start-recording',
  'pause-recording',
  'resume-recording',
  'stop-recording',
  'stop-playing',
  'complete-room',
  'close-talkspace',
] as const satisfies readonly CallAction[];
export type SimpleOperation = (typeof SIMPLE_OPERATIONS)[number];

/** Operations on two calls. */
export const PAIR_OPERATIONS = [
  'complete-conference',
  'complete-transfer',
  'swap',
] as const satisfies readonly CallAction[];
export type PairOperation = (typeof PAIR_OPERATIONS)[number];

/** Operations on a participant without parameters. */
export const PARTICIPANT_OPERATIONS = [
  'remove-participant',
  'mute-participant',
  'unmute-participant',
  'hold-participant',
  'retrieve-participant',
  'stop-playing-participant',
] as const satisfies readonly `${ParticipantAction}-participant`[];
export type ParticipantOperation = (typeof PARTICIPANT_OPERATIONS)[number];

/**
 * Audio for a conference or one of its members: a sentence to speak, a file, or audio that the
 * profile names.
 */
const audioSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sentence'),
    sentence: sendableText.trim().min(1).max(MAX_PLAYED),
  }),
  z.strictObject({
    kind: z.literal('file'),
    url: z
      .url({ protocol: /^https?$/ })
      .max(MAX_PLAYED)
      .refine(isWellFormed),
  }),
  z.strictObject({ kind: z.literal('named'), name: sendableText.min(1).max(100) }),
]);
export type Audio = z.infer<typeof audioSchema>;

/**
 * All operations on a call, in one vocabulary for all lines. The `actions` of the call and its
 * participants list those that are allowed now.
 */
export const callOperationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(SIMPLE_OPERATIONS), ...ofCall }),
  z.strictObject({
    kind: z.literal('send-tones'),
    ...ofCall,
    tones: z.string().regex(/^[0-9*#]{1,32}$/),
  }),
  z.strictObject({
    kind: z.literal('add-participant'),
    ...ofCall,
    address: addressSchema,
    isMuted: z.boolean().optional(),
    /** The id of the greeting that they hear; the vendor's default if absent. */
    greetingId: idSchema.optional(),
  }),
  z.strictObject({
    kind: z.enum(['transfer', 'consult-conference', 'consult-transfer']),
    ...ofCall,
    address: addressSchema,
  }),
  /** Swapping puts this call on hold and resumes the other one. */
  z.strictObject({ kind: z.enum(PAIR_OPERATIONS), ...ofCall, otherCallId: idSchema }),
  z.strictObject({
    kind: z.enum(['attach-data', 'update-data']),
    ...ofCall,
    key: sendableText.trim().min(1).max(MAX_DATA_KEY),
    value: sendableText.max(MAX_DATA_VALUE),
  }),
  z.strictObject({
    kind: z.literal('delete-data'),
    ...ofCall,
    key: sendableText.min(1).max(MAX_DATA_KEY),
  }),
  z.strictObject({ kind: z.literal('play'), ...ofCall, audio: audioSchema }),
  z.strictObject({ kind: z.enum(PARTICIPANT_OPERATIONS), ...ofParticipant }),
  z.strictObject({ kind: z.literal('play-participant'), ...ofParticipant, audio: audioSchema }),
  z.strictObject({ kind: z.literal('move-participant'), ...ofParticipant, toCallId: idSchema }),
]);
export type CallOperation = z.infer<typeof callOperationSchema>;
