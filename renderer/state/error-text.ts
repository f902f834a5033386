import type { AppError } from '../../contract/errors';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';

/** What went wrong, where, in the service's own words if it gave any, and what the agent can do. */
export function describeError(error: AppError): string {
  return `${describeReason(error)} ${en.errors[error.code].remedy}`;
}

/** As `describeError`, without the remedy and the name of the service. */
export function describeCause(error: AppError): string {
  const { words } = en.errors[error.code];
  return error.detail === undefined
    ? words
    : `${words} ${format(en.window.errorDetail, { detail: error.detail })}`;
}

function describeReason(error: AppError): string {
  const cause = describeCause(error);
  return error.vendor === undefined
    ? cause
    : format(en.window.errorFrom, { vendor: en.vendors[error.vendor], words: cause });
}
