import { z } from 'zod';

/**
 * What Genesys Web Services v2 sends, read as tolerantly as its releases differ: every field but the
 * id of a call may be missing or of another type, which is then as if it were missing, and what is not
 * listed here is let through unread. A call that is not shown cannot be acted upon; half of it can.
 */

/** Numbers and ids are texts, but something on the way may have written them as numbers. */
const scalar = z.union([z.string(), z.int().transform(String)]);
const text = scalar.nullish().catch(undefined);
const id = scalar.refine((value) => value !== '', 'is missing');

/** A list without the items that cannot be read. */
function listOf<Item>(item: z.ZodType<Item>) {
  return z.array(z.unknown()).transform((values) =>
    values.flatMap((value) => {
      const read = item.safeParse(value);
      return read.success ? [read.data] : [];
    }),
  );
}

function optionalListOf<Item>(item: z.ZodType<Item>) {
  return listOf(item).nullish().catch(undefined);
}

const participantSchema = z.looseObject({
  digits: text,
  phoneNumber: text,
  formattedPhoneNumber: text,
  e164Number: text,
});
export type WireParticipant = z.infer<typeof participantSchema>;

/** The call resource: the same and always whole in a notification and in an answer. */
export const callSchema = z.looseObject({
  id,
  /** Ringing, Dialing, Established, Held, Released, or one that is not known yet. */
  state: text,
  callUuid: text,
  connId: text,
  /** Objects since 8.5.2; before that plain strings, with `participantsInfo` beside them. */
  participants: optionalListOf(z.union([participantSchema, scalar])),
  participantsInfo: optionalListOf(participantSchema),
  /** The names of the operations that are allowed now, in no order. */
  capabilities: optionalListOf(z.string()),
  userData: z.record(z.string(), z.unknown()).nullish().catch(undefined),
  /** Seconds, written as a string. */
  duration: z.union([z.string(), z.number()]).nullish().catch(undefined),
  /** `On` or `Off`. */
  mute: text,
  /** Stopped, Recording or Paused; missing where the recording feature is off. */
  recordingState: text,
  /** Of the call that a consultation was started from: a path, and an address whose host may be another. */
  parentCallPath: text,
  parentCallUri: text,
  uri: text,
});
export type WireCall = z.infer<typeof callSchema>;

/** A message on a notification channel; `messageType` says what else is in it. */
export const notificationSchema = z.looseObject({ messageType: z.string() });

/** `notificationType` is an open set, and the call is whole whatever it says: it is not read. */
export const callMessageSchema = z.looseObject({ call: callSchema, phoneNumber: text });

/** What every answer has: 0 is yes; anything else comes with a message. */
export const envelopeSchema = z.looseObject({
  statusCode: z.union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number),
  ]),
  statusMessage: text,
});
export type Envelope = z.infer<typeof envelopeSchema>;

/**
 * The answer to `GET /api/v2/me/calls?fields=*`; each call is checked by itself. As the vendor leaves
 * out what is empty elsewhere, no list is an empty one, unless there are addresses of calls instead.
 */
export const callListSchema = z.looseObject({
  calls: z.array(z.unknown()).nullish(),
  uris: z.array(z.unknown()).max(0).nullish(),
});

/**
 * The answer to `GET /api/v2/me?subresources=*`. Without calls there are none, but only where another
 * subresource shows that they were told at all.
 */
export const userSchema = z.looseObject({
  user: z
    .looseObject({ calls: z.array(z.unknown()).nullish(), devices: z.unknown().optional() })
    .refine(({ calls, devices }) => Array.isArray(calls ?? devices), 'has no subresources'),
});

const deviceSchema = z.looseObject({
  id,
  /** `Active`, or one that is not in service. */
  deviceState: text,
  phoneNumber: text,
  /** What goes over it: `voice` for a telephone. */
  channels: optionalListOf(z.string()),
});
export type WireDevice = z.infer<typeof deviceSchema>;

/** The answer to `GET /api/v2/me/devices?fields=*`. */
export const deviceListSchema = z.looseObject({ devices: z.array(deviceSchema) });

/** The fields that are wrong and why, on one line, for the log. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.map(String).join('.') || 'message'}: ${issue.message}`)
    .join('; ');
}
