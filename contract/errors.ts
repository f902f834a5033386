import { z } from 'zod';
import { vendorSchema } from './vendors';

/**
 * Every way in which something can fail, as one closed set. Each code has words and a remedy for the
 * agent in `locale/en.ts`; the compiler holds the two together.
 */
export const ERROR_CODES = [
  /** A flag, a profile or a request has a wrong value; `detail` names the field. */
  'bad-input',
  /** The profile has no section for this vendor. */
  'not-configured',
  /** The vendor does not allow this action in the state that the call is in. */
  'not-allowed',
  /** The call or the participant is no longer there. */
  'gone',
  /** They are in the call, or are being called, already. */
  'already-there',
  /** As many are in the call as it can hold. */
  'full',
  /** The connection that the action needs is not up. */
  'not-connected',
  /** The vendor does not accept the name, key, token or password. */
  'wrong-credentials',
  /** What answers at the address is not the service. */
  'wrong-address',
  /** The sign-in has run out and could not be renewed. */
  'session-expired',
  /** Signed in, but without the right to do this. */
  'forbidden',
  /** The agent is at no telephone that could call. */
  'no-device',
  /** The vendor does not know what was asked for. */
  'not-found',
  /** The vendor does not know this person. */
  'unknown-person',
  /** The service cannot place calls from the number of the profile. */
  'caller-not-verified',
  /** The service does not take this for a number that can be called. */
  'number-not-valid',
  /** The account may not call numbers there. */
  'destination-not-permitted',
  /** The account has no credit left with the service. */
  'no-credit',
  /** More than one recording fits, so none was touched. */
  'ambiguous',
  /** The recording was stopped to delete it, and then could not be deleted. */
  'only-stopped',
  /** Somebody else changed the same thing at the same time. */
  'conflict',
  /** Too many requests; the vendor asks for a delay. */
  'rate-limited',
  /** The vendor answered no; `detail` holds its text. */
  'refused',
  /** The vendor answered that it cannot serve now (5xx). */
  'vendor-unavailable',
  /** No connection to the host: refused, unreachable, name not found. */
  'no-route',
  /** The certificate or the TLS handshake was not acceptable. */
  'tls',
  /** The proxy on the way cannot be reached or used, or did not let the request through. */
  'proxy',
  /** Connected, but no answer came in time or the connection was cut. */
  'no-answer',
  /** It was not known at first; a later refresh has shown that nothing was done. */
  'not-done',
  /** Somebody was called, and did not answer or did not want to. */
  'not-reached',
  /** An answer came that is not what the vendor's pages describe. */
  'malformed-answer',
  /** The same user is connected elsewhere, so notifications are late. */
  'multiple-clients',
  /** The computer offers no usable place to keep secrets. */
  'no-keyring',
  /** There is no keyring, so the secrets are kept in memory until the app ends. */
  'memory-only',
  /** A file on this computer cannot be written; `detail` names the disk or the file. */
  'not-saved',
  /** The keyring has to be unlocked before the secrets can be read. */
  'keyring-locked',
  /** The service's password or key is not stored on this computer. */
  'no-secrets',
  /** The address or user name in the stored profile is not the one that its secrets were stored for. */
  'address-changed',
  /** The window asked for the same thing more often than a hand can. */
  'too-fast',
  /** A bug in the program. */
  'internal',
] as const;

export const errorCodeSchema = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

export const appErrorSchema = z.object({
  code: errorCodeSchema,
  vendor: vendorSchema.optional(),
  /** The vendor's own text, or the field that is wrong. Never a secret. */
  detail: z.string().max(500).optional(),
});
export type AppError = z.infer<typeof appErrorSchema>;
