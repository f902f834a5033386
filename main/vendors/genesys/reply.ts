import type { AppError, ErrorCode } from '../../../contract/errors';
import type { HttpOutcome } from '../../http/http-client';
import { parseJson } from '../shared/parse-json';
import { describeFormat } from '../shared/reply';
import { envelopeSchema } from './wire';
import type { Envelope } from './wire';

/** What Genesys Web Services said to a request. */
export type Reply =
  /** Yes: status code 0, or 7 where a part of several was done. */
  | { readonly kind: 'ok'; readonly body: Envelope }
  /** No, with one of its status codes: nothing was done. */
  | { readonly kind: 'refused'; readonly statusCode: number; readonly error: AppError }
  /** The sign-in or the CSRF token is not, or no longer, accepted: nothing was done. */
  | { readonly kind: 'unauthorized'; readonly error: AppError }
  /** Turned away, or never sent, before it could be carried out. */
  | { readonly kind: 'not-done'; readonly error: AppError }
  /** It may have been carried out. */
  | { readonly kind: 'unknown'; readonly error: AppError };

const STATUS_OK = 0;
const STATUS_PARTIAL = 7;
const STATUS_NOT_AUTHENTICATED = 20;
/** The pages list codes up to 20. Other services put the HTTP status into a field of the same name. */
const MAX_STATUS_CODE = 99;

/**
 * doc:ReturnValues; the codes that are not listed have nothing more specific than "refused". 3 is a
 * forbidden operation, 5 a right that the account lacks: what a call offered a moment ago comes to 3.
 */
const CODES_BY_STATUS: ReadonlyMap<number, ErrorCode> = new Map([
  [2, 'not-allowed'],
  [3, 'not-allowed'],
  [5, 'forbidden'],
  [6, 'not-found'],
]);

/** An error in the vendor's words; quoted secrets are removed before it is reported (SessionSecrets). */
export function toError(code: ErrorCode, detail?: string | null): AppError {
  return { code, vendor: 'genesys', ...(detail ? { detail } : {}) };
}

/**
 * Reads an answer by its envelope (doc:ReturnValues): the status code in the body decides, and the
 * HTTP status only where the body is no envelope, as when a proxy or the CSRF filter wrote it.
 */
export function readReply(outcome: HttpOutcome): Reply {
  if (outcome.kind === 'not-sent') return { kind: 'not-done', error: outcome.error };
  if (outcome.kind === 'no-answer') return { kind: 'unknown', error: outcome.error };
  const { status, text } = outcome.answer;
  const envelope = envelopeSchema.safeParse(parseJson(text));
  return envelope.success && envelope.data.statusCode <= MAX_STATUS_CODE
    ? readEnvelope(envelope.data)
    : readStatus(status, text);
}

function readEnvelope(body: Envelope): Reply {
  switch (body.statusCode) {
    case STATUS_OK:
    case STATUS_PARTIAL:
      return { kind: 'ok', body };
    case STATUS_NOT_AUTHENTICATED:
      return { kind: 'unauthorized', error: toError('session-expired', body.statusMessage) };
    default: {
      const code = CODES_BY_STATUS.get(body.statusCode) ?? 'refused';
      const detail = body.statusMessage ?? `statusCode ${body.statusCode}`;
      return { kind: 'refused', statusCode: body.statusCode, error: toError(code, detail) };
    }
  }
}

/**
 * A 5xx, and a 2xx that is no envelope, may come from something on the way after the request had gone
 * through, so nobody knows. Everything else was turned away before it could be carried out.
 */
function readStatus(status: number, text: string): Reply {
  if (isUnauthorized(status)) {
    return { kind: 'unauthorized', error: toError('session-expired', `HTTP ${status}`) };
  }
  const error = toStatusError(status, text);
  return status >= 500 || status < 300 ? { kind: 'unknown', error } : { kind: 'not-done', error };
}

export function isUnauthorized(status: number): boolean {
  return status === 401 || status === 403;
}

/** The error for an HTTP status whose body says nothing that can be used. */
export function toStatusError(status: number, text: string): AppError {
  const detail = `HTTP ${status}`;
  if (status === 404) return toError('not-found', detail);
  if (status === 407) return toError('proxy', detail);
  if (status === 429) return toError('rate-limited', detail);
  if (status >= 500) return toError('vendor-unavailable', detail);
  return toError('malformed-answer', `${detail}, ${describeFormat(text, 'JSON')}`);
}
