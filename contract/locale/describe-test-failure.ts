import { findConnectionCause } from '../connection-cause';
import type { AppError } from '../errors';
import { displayableDetail } from './displayable-detail';
import { en } from './en';

/** A failed Test connection in words: the cause, the remedy, and the code for an administrator. */
export function describeTestFailure(error: AppError): {
  readonly words: string;
  readonly remedy: string;
  readonly detail: string | undefined;
} {
  const cause = findConnectionCause(error);
  const { words, remedy } =
    cause === undefined ? en.errors[error.code] : en.connectionCauses[cause];
  const specific =
    cause === 'wrong-credentials' ? en.wrongCredentials[error.vendor ?? ''] : undefined;
  return { words: specific ?? words, remedy, detail: displayableDetail(error.code, error.detail) };
}
