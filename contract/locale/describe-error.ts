import type { AppError, ErrorCode } from '../errors';
import { en } from './en';
import { format } from './format';
import { vendorName } from './vendor-name';
import { displayableDetail } from './displayable-detail';
import { isolate } from '../text';

/** A status or a library's error code, which is meant for administrators, not the agent. */
const TECHNICAL = /^HTTP \d+$|\b[A-Z0-9]+_[A-Z0-9_]+\b|^E[A-Z]{4,}\b/;

/** Includes the codes for administrators in the text, for places without Details. */
interface DescribeOptions {
  readonly hasCodes?: boolean;
}

/** The failed service and the error in words, followed by the service's own text, if any. */
function describeCause(error: AppError, options: DescribeOptions): string[] {
  return [en.errors[error.code].message, ...describeDetail(error, options)];
}

/** The service's own text, if it is useful to the agent. */
export function describeDetail(
  { code, detail }: AppError,
  { hasCodes = false }: DescribeOptions = {},
): string[] {
  const shown = displayableDetail(code, detail);
  return shown === undefined || (!hasCodes && TECHNICAL.test(shown))
    ? []
    : [format(en.window.errorDetail, { detail: isolate(shown) })];
}

/** Errors that need somebody to act before a connection is possible. */
const NEEDS_ACTION: ReadonlySet<ErrorCode> = new Set([
  'wrong-credentials',
  'forbidden',
  'no-route',
  'tls',
  'proxy',
  'multiple-clients',
  'address-changed',
  'keyring-locked',
  'keyring-changed',
]);

/**
 * Like `describeCause`, for a connection, with the remedy if somebody has to act. The service's own text is
 * last, because there may be no room for it.
 */
export function describeConnectionError(error: AppError, options: DescribeOptions = {}): string[] {
  const [message = '', ...detail] = describeCause(error, options);
  const remedy = NEEDS_ACTION.has(error.code) ? [en.errors[error.code].remedy] : [];
  return [message, ...remedy, ...detail];
}

/** Like `describeCause`, with the name of the service before it and the remedy after it. */
export function describeError(error: AppError, options: DescribeOptions = {}): string[] {
  const [message = '', ...detail] = describeCause(error, options);
  const where =
    error.vendor === undefined
      ? message
      : format(en.window.errorFrom, { vendor: vendorName(error.vendor), message });
  return [where, ...detail, en.errors[error.code].remedy];
}
