import type { AppError } from './errors';

/**
 * The outcome of a request. One that changes something is sent at most once, so "not done" and
 * "unknown" must never be confused. `Details` adds information about a failure, such as an HTTP
 * status.
 */
export type Outcome<Value = null, Details = unknown> =
  { readonly kind: 'done'; readonly value: Value } | (NotDone & Details);

export type NotDone =
  /** It was refused or never sent, so nothing was changed. */
  | { readonly kind: 'failed'; readonly error: AppError }
  /** It was sent and no usable answer came, so it may have been carried out. */
  | { readonly kind: 'unknown'; readonly error: AppError };

export const DONE: Outcome = { kind: 'done', value: null };

/** Nothing was changed, for this reason. */
export function notDone(error: AppError): NotDone {
  return { kind: 'failed', error };
}
