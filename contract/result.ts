import type { AppError } from './errors';

/** What crosses a process or a room where something may fail: a value, or an error with a closed code. */
export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: AppError };

export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function fail(error: AppError): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error };
}
