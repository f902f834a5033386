import { z } from 'zod';
import { callActionSchema, lineSchema, participantActionSchema } from './call-model';
import { commandActionSchema } from './commands';
import { vendorSchema } from './vendors';

/** What kind of calls a line carries: one-to-one telephone calls, or conferences with a roster. */
export const LINE_KINDS = ['telephone', 'conference'] as const;
export const lineKindSchema = z.enum(LINE_KINDS);
export type LineKind = z.infer<typeof lineKindSchema>;

/** Something that the profile names, such as a greeting, with the vendor's id of it. */
export const namedMediaSchema = z.object({ name: z.string(), id: z.string() });
export type NamedMedia = z.infer<typeof namedMediaSchema>;

/** How the agent can start a conference on a line. */
export const startOptionsSchema = z.object({
  action: commandActionSchema.extract(['start-talkspace', 'create-conference']),
  /** The greetings to choose from; empty where there is nothing to choose. */
  greetings: z.array(namedMediaSchema),
  /** The places to record it to; empty where there is nothing to choose. */
  recordings: z.array(namedMediaSchema),
  /** Present where a number has to host it; `suggested` is the agent's own, if that can. */
  from: z.object({ suggested: z.string().optional() }).optional(),
});
export type StartOptions = z.infer<typeof startOptionsSchema>;

/**
 * What a vendor's line is and what it offers. Everything outside the vendor's folder that depends on
 * the kind of call asks the descriptor instead of comparing the line's id.
 */
export const lineDescriptorSchema = z.object({
  /** Names the line in calls, the journal, the trace and the locale. */
  line: lineSchema,
  vendor: vendorSchema,
  kind: lineKindSchema,
  /** What people are called by: any number that can be dialed, one in E.164, or a network ID. */
  addressing: z.enum(['number', 'e164', 'network-id']),
  /** Whether the vendor identifies participants by an id or only by their number. */
  participantIdentity: z.enum(['id', 'number']),
  /** The state of its calls is only known, and its calls can only be acted on, while connected. */
  requiresConnection: z.boolean(),
  /** Everything the service can do with a call. `call.actions` are the ones allowed now. */
  callActions: z.array(callActionSchema),
  /** Everything the service can do with a participant. */
  participantActions: z.array(participantActionSchema),
  canDial: z.boolean(),
  /** An existing conference can be watched by its id. */
  canWatch: z.boolean(),
  /** It can be watched by its name as well. */
  canWatchByName: z.boolean().optional(),
  /** The names of what can be played. Absent where any sentence or file can be. */
  audio: z.array(z.string()).optional(),
  /** Absent where no conference can be started. */
  start: startOptionsSchema.optional(),
});
export type LineDescriptor = z.infer<typeof lineDescriptorSchema>;
