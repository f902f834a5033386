import type { ZodError } from 'zod';
import type { AppError } from '../../../contract/errors';
import type { Vendor } from '../../../contract/vendors';
import type { Answer } from '../../calls/ports';
import type { HttpAnswer, HttpOutcome, HttpRequest } from '../../http/http-client';
import { reportBug } from './report-bug';
import type { VendorOptions } from './vendor-options';

export type Failure =
  /** The vendor said no, or something on the way. `status` is the one that said so. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly error: AppError;
      /** It was said as the vendor's service alone says it. */
      readonly isOfService: boolean;
    }
  /** Nothing of the request left. */
  | { readonly kind: 'not-sent'; readonly error: AppError }
  /** No answer, or one that cannot be read: it may have been carried out. */
  | { readonly kind: 'unknown'; readonly error: AppError };

/** What a vendor's service said to one request. */
export type Reply<Value> = { readonly kind: 'ok'; readonly value: Value } | Failure;

/** A gateway gave up waiting for the service behind it, which may yet carry the request out. */
const GATEWAY_TIMEOUT = 504;

/**
 * Sends a request and reads its answer. A bug never gets out of it: before anything was sent the reply
 * is `not-sent`, afterwards `unknown`, as it may have been carried out.
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
    return { kind: 'not-sent', error };
  }
  try {
    return toReply(await http.request(request), read);
  } catch (bug) {
    reportBug(logger, `${vendor} answer`, bug);
    return { kind: 'unknown', error };
  }
}

/** Reads an answer with `read`; a request without one is reported as such. */
function toReply<Value>(
  outcome: HttpOutcome,
  read: (answer: HttpAnswer) => Reply<Value>,
): Reply<Value> {
  switch (outcome.kind) {
    case 'answered':
      return read(outcome.answer);
    case 'not-sent':
      return { kind: 'not-sent', error: outcome.error };
    case 'no-answer':
      return { kind: 'unknown', error: outcome.error };
  }
}

/** A refusal by status, but for the one that leaves open what was done. */
export function toRefusal(status: number, error: AppError, isOfService: boolean): Failure {
  return status === GATEWAY_TIMEOUT
    ? { kind: 'unknown', error }
    : { kind: 'refused', status, error, isOfService };
}

/** What a failed request that was to change something comes to. */
export function toFailedAnswer(failure: Failure): Exclude<Answer, { kind: 'accepted' }> {
  return { kind: failure.kind === 'unknown' ? 'no-answer' : 'refused', error: failure.error };
}

/** The first thing that is wrong with a body, as `FIELD: what`; never the body's own values. */
export function describeProblem(error: ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'unreadable';
  return `${issue.path.length === 0 ? 'body' : issue.path.join('.')}: ${issue.message}`;
}

/** What is wrong with a body that is not in the expected format: mostly a page of something on the way. */
export function describeFormat(text: string, expected: 'JSON' | 'XML'): string {
  const isWebPage = /<(?:!doctype\s+html|html)\b/i.test(text.slice(0, 1_000));
  return isWebPage ? `HTML instead of ${expected}` : `not the ${expected} of the service`;
}
