import { z } from 'zod';
import { isWellFormed } from '../../../contract/text';
import { wireId, wireText } from '../shared/wire-text';

/**
 * The messages of Genesys Web Services v2. Releases differ, so every field except the id of a call may be
 * missing, and one of a wrong type counts as missing. Other fields are ignored. An incomplete call is better
 * than none, because the agent can still act on it.
 */

/** Far more than one agent has. A longer list is rejected. */
const MAX_CALLS = 1_000;
/** Longer lists within a call are truncated, because the agent cannot act on a call that is not shown. */
const MAX_PARTICIPANTS = 10_000;
const MAX_LIST = 500;
const MAX_USER_DATA = 1_000;
const MAX_ADDRESS = 2_000;

/** Numbers and ids are strings, but a gateway may have turned them into numbers. */
const number = z.int().transform(String);
const scalar = z.union([wireText, number]);
const text = scalar.nullish().catch(undefined);
const id = z.union([wireId, number]);
const reference = id.nullish().catch(undefined);
/** It can be longer than an id, and is sent back unchanged. */
const address = z.string().max(MAX_ADDRESS).refine(isWellFormed).nullish().catch(undefined);

/** A list without the items that cannot be read. */
function listOf<Item>(item: z.ZodType<Item>, maxLength = MAX_LIST) {
  return z.array(z.unknown()).transform((values) =>
    values.slice(0, maxLength).flatMap((value) => {
      const read = item.safeParse(value);
      return read.success ? [read.data] : [];
    }),
  );
}

function optionalListOf<Item>(item: z.ZodType<Item>, maxLength?: number) {
  return listOf(item, maxLength).nullish().catch(undefined);
}

const participantSchema = z.looseObject({
  digits: text,
  phoneNumber: text,
  formattedPhoneNumber: text,
  e164Number: text,
});
export type WireParticipant = z.infer<typeof participantSchema>;

/** The call resource, always complete, in both notifications and answers. */
export const callSchema = z.looseObject({
  id,
  /** Ringing, Dialing, Established, Held, Released, or an unknown one. */
  state: text,
  /** Inbound, Outbound, Internal, Consult, or another. */
  callType: text,
  callUuid: reference,
  connId: reference,
  /** Objects since 8.5.2; before that plain strings, with `participantsInfo` beside them. */
  participants: optionalListOf(z.union([participantSchema, scalar]), MAX_PARTICIPANTS),
  participantsInfo: optionalListOf(participantSchema, MAX_PARTICIPANTS),
  /** The names of the operations that are allowed now, in no order. */
  capabilities: optionalListOf(wireText),
  userData: z
    .record(z.string(), z.unknown())
    .transform((data) => Object.fromEntries(Object.entries(data).slice(0, MAX_USER_DATA)))
    .nullish()
    .catch(undefined),
  /** Seconds, written as a string. */
  duration: z.union([z.string(), z.number()]).nullish().catch(undefined),
  /** `On` or `Off`. */
  mute: text,
  /** Stopped, Recording or Paused; missing where the recording feature is off. */
  recordingState: text,
  /** The call that a consultation was started from: a path, and a URI whose host may differ. */
  parentCallPath: address,
  parentCallUri: address,
  uri: address,
});
export type WireCall = z.infer<typeof callSchema>;

/** A message on a notification channel. `messageType` says what it contains. */
export const notificationSchema = z.looseObject({ messageType: z.string() });

/** `notificationType` is an open set and is ignored: every message has the complete call. */
export const callMessageSchema = z.looseObject({ call: callSchema, phoneNumber: text });

/** The envelope of every answer. 0 means success; anything else comes with a message. */
export const envelopeSchema = z.looseObject({
  statusCode: z.union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number),
  ]),
  statusMessage: z.union([z.string(), number]).nullish().catch(undefined),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/**
 * The answer to `GET /api/v2/me/calls?fields=*`. Each call is checked separately. Elsewhere the vendor omits
 * empty lists, so a missing list does not mean that there are no calls.
 */
export const callListSchema = z.looseObject({
  calls: z.array(z.unknown()).max(MAX_CALLS).nullish(),
  uris: z.array(z.unknown()).max(0).nullish(),
});

/**
 * The answer to `GET /api/v2/me?subresources=*`. If it has no calls, there are none, but only if another
 * subresource shows that subresources were included.
 */
export const userSchema = z.looseObject({
  user: z
    .looseObject({
      calls: z.array(z.unknown()).max(MAX_CALLS).nullish(),
      devices: z.unknown().optional(),
    })
    .refine(({ calls, devices }) => Array.isArray(calls ?? devices), 'has no subresources'),
});

const deviceSchema = z.looseObject({
  id,
  /** `Active`; any other state is out of service. */
  deviceState: text,
  phoneNumber: text,
  /** `state`: Ready, NotReady, LoggedIn or LoggedOut. */
  userState: z.looseObject({ state: text }).nullish().catch(undefined),
  /** Its media: `voice` for a telephone. */
  channels: optionalListOf(wireText),
});
export type WireDevice = z.infer<typeof deviceSchema>;

/** The answer to `GET /api/v2/me/devices?fields=*`; if none of the devices can be read, the problem. */
export const deviceListSchema = z.looseObject({
  devices: z.array(z.unknown()).transform((values, context) => {
    const devices = listOf(deviceSchema).parse(values);
    const complete = z.array(deviceSchema).safeParse(values);
    if (devices.length === 0 && !complete.success)
      context.issues.push(
        ...complete.error.issues.map((issue) => ({
          ...issue,
          code: 'custom' as const,
          input: values,
        })),
      );
    return devices;
  }),
});

/** Which fields are wrong and why, on one line, for the log. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.map(String).join('.') || 'message'}: ${issue.message}`)
    .join('; ');
}
