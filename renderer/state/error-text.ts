import type { AppError } from '../../contract/errors';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';

/** What went wrong and where, in words; then what the service itself said, if it said anything. */
export function describeCause(error: AppError): string[] {
  const { words } = en.errors[error.code];
  const detail =
    error.detail === undefined ? [] : [format(en.window.errorDetail, { detail: error.detail })];
  return [words, ...detail];
}

/** As `describeCause`, after the name of the service and before what the agent can do. */
export function describeError(error: AppError): string[] {
  const [words = '', ...detail] = describeCause(error);
  const where =
    error.vendor === undefined
      ? words
      : format(en.window.errorFrom, { vendor: en.vendors[error.vendor], words });
  return [where, ...detail, en.errors[error.code].remedy];
}
