import type { ZodError } from 'zod';
import type { AppError } from '../../../contract/errors';
import { DONE, notDone, type NotDone, type Outcome } from '../../../contract/outcome';
import type { Vendor } from '../../../contract/vendors';
import type { HttpAnswer, HttpRequest } from '../../http/http-client';
import { reportBug } from './report-bug';
import type { VendorOptions } from './vendor-options';

/** The details of a refusal: its status, and whether only the vendor's service can have sent it. */
export interface Refusal {
  readonly status?: number;
  readonly isOfService?: boolean;
}

/** The answer of a vendor's service to one request. A failure without a status was never sent. */
export type Reply<Value> = Outcome<Value, Refusal>;
export type Failure = Exclude<Reply<never>, { kind: 'done' }>;

/** A refusal: the vendor or a proxy answered with this status. */
type Refused = Failure & { readonly kind: 'failed'; readonly status: number };

/** Whether a request was sent and refused. */
export function wasRefused(reply: Reply<unknown>): reply is Refused {
  return reply.kind === 'failed' && reply.status !== undefined;
}

const GATEWAY_TIMEOUT = 504;
const FIRST_SERVER_ERROR = 500;
/** The request is not supported, so nothing was done, whoever says so. */
const NOT_IMPLEMENTED = 501;

/**
 * Sends a request and reads its answer. Never throws: after a bug the outcome is `failed` if nothing was sent,
 * otherwise `unknown`, since the request may have been carried out.
 */
export async function sendRequest<Value>(
  { http, vendor, logger }: Pick<VendorOptions<unknown>, 'http' | 'logger'> & { vendor: Vendor },
  build: () => HttpRequest,
  read: (answer: HttpAnswer) => Reply<Value>,
): Promise<Reply<Value>> {
  const error: AppError = { code: 'internal', vendor };
  let request: HttpRequest;
  try {
    request = build();
  } catch (bug) {
    reportBug(logger, `${vendor} request`, bug);
    return { kind: 'failed', error };
  }
  try {
    const outcome = await http.request(request);
    return outcome.kind === 'done' ? read(outcome.value) : withoutDetails(outcome);
  } catch (bug) {
    reportBug(logger, `${vendor} answer`, bug);
    return { kind: 'unknown', error };
  }
}

/**
 * A refusal by status. The outcome is unknown if the error is not in the service's own format: a server in between
 * may have sent it after the request was carried out. After a timeout it may still be carried out.
 */
export function toRefusal(status: number, error: AppError, isOfService: boolean): Failure {
  const isOfGateway = status >= FIRST_SERVER_ERROR && status !== NOT_IMPLEMENTED && !isOfService;
  return status === GATEWAY_TIMEOUT || isOfGateway
    ? { kind: 'unknown', error }
    : { kind: 'failed', error, status, isOfService };
}

/** The outcome without the details that only the vendor's client needs. */
export function withoutDetails({ kind, error }: NotDone): NotDone {
  return { kind, error };
}

/** The outcome of a request that changes something, without the content of its answer. */
export function toOutcome(reply: Outcome<unknown>): Outcome {
  return reply.kind === 'done' ? DONE : withoutDetails(reply);
}

/** The target of an operation existed a moment ago, so "not found" means that it is gone. */
export function asGone(outcome: Outcome): Outcome {
  return outcome.kind === 'failed' && outcome.error.code === 'not-found'
    ? notDone({ ...outcome.error, code: 'gone' })
    : outcome;
}

/** The first problem of a body, as `FIELD: problem`, without its values. */
export function describeProblem(error: ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'unreadable';
  return `${issue.path.length === 0 ? 'body' : issue.path.join('.')}: ${issue.message}`;
}

/** The problem of a body in another format, usually a proxy's page. */
export function describeFormat(text: string, expected: 'JSON' | 'XML'): string {
  const isWebPage = /<(?:!doctype\s+html|html)\b/i.test(text.slice(0, 1_000));
  return isWebPage ? `HTML instead of ${expected}` : `not the ${expected} of the service`;
}
