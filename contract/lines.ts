import { z } from 'zod';
import { callActionSchema, lineSchema, participantActionSchema } from './call-model';
import { commandActionSchema } from './commands';
import { vendorSchema } from './vendors';

/** The kind of a line's calls: telephone calls, or conferences with a roster. */
const LINE_KINDS = ['telephone', 'conference'] as const;
const lineKindSchema = z.enum(LINE_KINDS);
export type LineKind = z.infer<typeof lineKindSchema>;

/** An item that the profile names, such as a greeting, with its id at the vendor. */
const namedMediaSchema = z.object({ name: z.string(), id: z.string() });

/** How the agent can start a conference on a line. */
const startOptionsSchema = z.object({
  action: commandActionSchema.extract(['start-talkspace', 'create-conference']),
  /** The greetings to choose from; empty if there is no choice. */
  greetings: z.array(namedMediaSchema),
  /** The places to record to; empty if there is no choice. */
  recordings: z.array(namedMediaSchema),
  /**
   * Present if a number must host the conference. `suggested` is the agent's number, if it can
   * host.
   */
  from: z.object({ suggested: z.string().optional() }).optional(),
});
export type StartOptions = z.infer<typeof startOptionsSchema>;

/**
 * Describes a vendor's line and what it offers. Code outside the vendor's folder uses the
 * descriptor instead of comparing the line's id.
 */
export const lineDescriptorSchema = z.object({
  /** Identifies the line in calls, the journal, the trace and the locale. */
  line: lineSchema,
  vendor: vendorSchema,
  kind: lineKindSchema,
  /** The kind of address to call: any number that can be dialed, one in E.164, or a network ID. */
  addressing: z.enum(['number', 'e164', 'network-id']),
  /** Whether the vendor identifies participants by an id or only by their number. */
  participantIdentity: z.enum(['id', 'number']),
  /**
   * Whether the state of its calls is known, and actions on them are possible, only while
   * connected.
   */
  requiresConnection: z.boolean(),
  /** All actions that the service offers for a call. `call.actions` lists the ones allowed now. */
  callActions: z.array(callActionSchema),
  /** All actions that the service offers for a participant. */
  participantActions: z.array(participantActionSchema),
  canDial: z.boolean(),
  /** Whether an existing conference can be watched by its id. */
  canWatch: z.boolean(),
  /** Whether it can also be watched by its name. */
  canWatchByName: z.boolean().optional(),
  /** The names of the audio that can be played. Absent if any sentence or file can be. */
  audio: z.array(z.string()).optional(),
  /** Absent if no conference can be started. */
  start: startOptionsSchema.optional(),
});
export type LineDescriptor = z.infer<typeof lineDescriptorSchema>;
