import type { AppError, ErrorCode } from '../../../contract/errors';
import type { Outcome } from '../../../contract/outcome';
import type { HttpOutcome } from '../../http/http-client';
import { parseJson } from '../shared/parse-json';
import { describeFormat, withoutDetails } from '../shared/reply';
import { nameCode } from '../shared/vendor-errors';
import { envelopeSchema } from './wire';
import type { Envelope } from './wire';

/** A request that was not carried out, and the reason. */
export interface GenesysRefusal {
  /** The vendor's status code, if the answer has one. */
  readonly statusCode?: number;
  /** The sign-in or the CSRF token is not accepted, or no longer accepted. */
  readonly isUnauthorized?: boolean;
}

/**
 * The answer of Genesys Web Services to a request. `done` is status code 0, or 7 if only part of it was done.
 */
export type Reply = Outcome<Envelope, GenesysRefusal>;

const STATUS_OK = 0;
const STATUS_PARTIAL = 7;
const STATUS_NOT_AUTHENTICATED = 20;
/** The pages list codes up to 20. Other services have the HTTP status in a field of the same name. */
const MAX_STATUS_CODE = 99;

/**
 * doc:ReturnValues. Codes that are not listed here are "refused". 3 means that the call no longer allows the
 * operation, 5 that the account lacks a permission.
 */
const CODES_BY_STATUS: ReadonlyMap<number, ErrorCode> = new Map([
  [2, 'not-allowed'],
  [3, 'not-allowed'],
  [5, 'forbidden'],
  [6, 'not-found'],
]);

/** An error with the vendor's text. Secrets are removed before it is reported (SessionSecrets). */
export function toError(code: ErrorCode, detail?: string | null): AppError {
  return { code, vendor: 'genesys', ...(detail ? { detail } : {}) };
}

/**
 * Reads an answer by its envelope (doc:ReturnValues): the status code in the body decides, and the HTTP
 * status only if the body is not an envelope, as from a proxy or the CSRF filter.
 */
export function readReply(outcome: HttpOutcome): Reply {
  if (outcome.kind !== 'done') return withoutDetails(outcome);
  const { status, text } = outcome.value;
  const envelope = envelopeSchema.safeParse(parseJson(text));
  return envelope.success && envelope.data.statusCode <= MAX_STATUS_CODE
    ? readEnvelope(envelope.data)
    : readStatus(status, text);
}

function readEnvelope(body: Envelope): Reply {
  switch (body.statusCode) {
    case STATUS_OK:
    case STATUS_PARTIAL:
      return { kind: 'done', value: body };
    case STATUS_NOT_AUTHENTICATED:
      return unauthorized(body.statusMessage);
    default: {
      const code = CODES_BY_STATUS.get(body.statusCode) ?? 'refused';
      const detail = body.statusMessage ?? nameCode(body.statusCode);
      return { kind: 'failed', statusCode: body.statusCode, error: toError(code, detail) };
    }
  }
}

/**
 * A 5xx, or a 2xx without an envelope, may come from a proxy after the request was carried out, so the
 * outcome is unknown. Everything else was rejected before it could be carried out.
 */
function readStatus(status: number, text: string): Reply {
  if (isUnauthorized(status)) {
    return unauthorized(`HTTP ${status}`);
  }
  const error = toStatusError(status, text);
  return status >= 500 || status < 300 ? { kind: 'unknown', error } : { kind: 'failed', error };
}

function unauthorized(detail: string | null | undefined): Reply {
  return { kind: 'failed', error: toError('session-expired', detail), isUnauthorized: true };
}

type Unauthorized = Reply & { readonly kind: 'failed'; readonly isUnauthorized: true };

/** Whether the sign-in or the CSRF token is not accepted, or no longer accepted. */
export function wasUnauthorized(reply: Reply): reply is Unauthorized {
  return reply.kind === 'failed' && reply.isUnauthorized === true;
}

function isUnauthorized(status: number): boolean {
  return status === 401 || status === 403;
}

/** The error for an HTTP status without a usable body. Such a 404 is from another server: Genesys' says code 6. */
export function toStatusError(status: number, text: string): AppError {
  const detail = `HTTP ${status}`;
  if (status === 404) return toError('wrong-address', detail);
  if (status === 407) return toError('proxy', detail);
  if (status === 429) return toError('rate-limited', detail);
  if (status >= 500) return toError('vendor-unavailable', detail);
  return toError('malformed-answer', `${detail}, ${describeFormat(text, 'JSON')}`);
}
