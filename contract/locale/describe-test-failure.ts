import { findConnectionCause } from '../connection-cause';
import type { AppError } from '../errors';
import { displayableDetail } from './displayable-detail';
import { en } from './en';

/** A failed Test connection in words: the cause, the remedy, and the code for an administrator. */
export function describeTestFailure(error: AppError): {
  readonly message: string;
  readonly remedy: string;
  readonly detail: string | undefined;
} {
  const cause = findConnectionCause(error);
  const { message, remedy } =
    cause === undefined ? en.errors[error.code] : en.connectionCauses[cause];
  const specific =
    cause === 'wrong-credentials' ? en.wrongCredentials[error.vendor ?? ''] : undefined;
  return {
    message: specific ?? message,
    remedy,
    detail: displayableDetail(error.code, error.detail),
  };
}
