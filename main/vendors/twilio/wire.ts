import { z } from 'zod';
import { wireId, wireText } from '../shared/wire-text';

/**
 * Twilio's bodies (the OpenAPI document). A field of the wrong type counts as missing, except for those that identify
 * a resource.
 */

/** More than a conference can hold. */
export const MAX_PARTICIPANTS = 1_000;
/** The maximum page size of the service. */
export const MAX_PAGE = 1_000;
const MAX_URI = 2_000;

const text = wireText.nullish().catch(undefined);
const flag = z
  .boolean()
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? false);

/** A time in RFC 2822, as ms since the epoch. */
export function parseTime(time: string | null | undefined): number | undefined {
  const parsed = Date.parse(time ?? '');
  return Number.isNaN(parsed) ? undefined : parsed;
}

export const conferenceSchema = z.looseObject({
  sid: wireId,
  friendly_name: text,
  /** `init`, `in-progress`, `completed`. */
  status: text,
  date_created: text,
});
export type WireConference = z.infer<typeof conferenceSchema>;

export const participantSchema = z.looseObject({
  call_sid: wireId,
  conference_sid: wireId.nullish().catch(undefined),
  label: text,
  muted: flag,
  hold: flag,
  /** `queued`, `connecting`, `ringing`, `connected`, `complete`, `failed`. */
  status: text,
  date_created: text,
});
export type WireParticipant = z.infer<typeof participantSchema>;

export const callSchema = z.looseObject({
  sid: wireId,
  to: text,
  from: text,
  direction: text,
  caller_name: text,
  /** `queued`, `ringing`, `in-progress`, `completed`, `busy`, `failed`, `no-answer`, `canceled`. */
  status: text,
  date_created: text,
});
export type WireCall = z.infer<typeof callSchema>;

export const recordingSchema = z.looseObject({
  sid: wireId,
  /** `in-progress`, `paused`, `stopped`, `processing`, `completed`, `absent`, `deleted`. */
  status: text,
  start_time: text,
  date_created: text,
  /** Whole seconds, as text. */
  duration: text,
});
export type WireRecording = z.infer<typeof recordingSchema>;

/** One page of a list, whose items are parsed one by one. */
export function pageSchema(name: string) {
  return z.looseObject({
    [name]: z.array(z.unknown()).max(MAX_PAGE),
    next_page_uri: z.string().max(MAX_URI).nullish().catch(undefined),
  });
}

/** Compatible services may send the code as text, or a list of errors instead. */
export const errorSchema = z.looseObject({
  code: z.coerce.number().int().positive().optional().catch(undefined),
  message: text,
  errors: z
    .array(z.looseObject({ title: text, detail: text }))
    .min(1)
    .optional()
    .catch(undefined),
});
export type WireError = z.infer<typeof errorSchema>;
