import { z } from 'zod';
import { vendorSchema } from './vendors';

/**
 * The closed set of errors. Each code has words and a remedy for the agent in
 * `locale/en/errors.ts`, which the compiler requires.
 */
export const ERROR_CODES = [
  /** A flag, a profile or a request has a wrong value; `detail` names the field. */
  'bad-input',
  /** The profile has no section for this vendor. */
  'not-configured',
  /** The vendor does not allow this action in the current state of the call. */
  'not-allowed',
  /** The call or the participant is no longer there. */
  'gone',
  /** The person is already in the call or being called. */
  'already-there',
  /** The call has reached its maximum number of people. */
  'full',
  /** The action needs a connection, which is down. */
  'not-connected',
  /** The vendor does not accept the name, key, token or password. */
  'wrong-credentials',
  /** The server at this address is not the service. */
  'wrong-address',
  /** The sign-in has expired and could not be renewed. */
  'session-expired',
  /** Signed in, but without permission for this. */
  'forbidden',
  /** The agent has no telephone that can place calls. */
  'no-device',
  /** The vendor does not have what was requested. */
  'not-found',
  /** The vendor does not know this person. */
  'unknown-person',
  /** The service cannot place calls from the number of the profile. */
  'caller-not-verified',
  /** The service does not accept this as a number to call. */
  'number-not-valid',
  /** The account may not call this destination. */
  'destination-not-permitted',
  /** The account has no credit left with the service. */
  'no-credit',
  /** More than one recording matches, so none was changed. */
  'ambiguous',
  /** The recording was stopped in order to delete it, but could not be deleted. */
  'only-stopped',
  /** Somebody else changed the same thing at the same time. */
  'conflict',
  /** The key acted on another call until a moment ago. */
  'just-changed',
  /** Too many requests; the vendor asks for a delay. */
  'rate-limited',
  /** The vendor refused; `detail` has its text. */
  'refused',
  /** The vendor answered that it is unavailable (5xx). */
  'vendor-unavailable',
  /** No connection to the host: refused, unreachable, name not found. */
  'no-route',
  /** The certificate or the TLS handshake was not acceptable. */
  'tls',
  /** The proxy cannot be reached or used, or refused the request. */
  'proxy',
  /** Connected, but no answer came in time or the connection was cut. */
  'no-answer',
  /** The outcome was not known at first. A later refresh has shown that nothing was done. */
  'not-done',
  /** It waited for an earlier one that was not confirmed, so it was never sent. */
  'not-sent',
  /** Somebody was called, and did not answer or declined. */
  'not-reached',
  /** The answer does not match the vendor's pages. */
  'malformed-answer',
  /** The same user is connected elsewhere, so notifications are late. */
  'multiple-clients',
  /** The computer has no keyring that can keep secrets safe. */
  'no-keyring',
  /** There is no keyring, so the secrets are kept in memory until the app ends. */
  'memory-only',
  /** A file on this computer cannot be written; `detail` names the disk or the file. */
  'not-saved',
  /** The keyring must be unlocked before the secrets can be read. */
  'keyring-locked',
  /** The keyring does not have the key with which the secrets were encrypted. */
  'keyring-changed',
  /** The service's password or key is not stored on this computer. */
  'no-secrets',
  /**
   * The address or user name in the stored profile differs from the one that its secrets were
   * stored for.
   */
  'address-changed',
  /** The window sent more requests of a kind than a person can. */
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
