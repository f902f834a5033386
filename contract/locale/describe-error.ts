import type { AppError, ErrorCode } from '../errors';
import { en } from './en';
import { format } from './format';
import { vendorName } from './vendor-name';
import { displayableDetail } from './displayable-detail';
import { isolate } from '../text';

/** A status or an error code of a library: for those who look into it, not for the agent. */
const TECHNICAL = /^HTTP \d+$|\b[A-Z0-9]+_[A-Z0-9_]+\b|^E[A-Z]{4,}\b/;

/** Where a text has no Details beside it, the codes that help an administrator are in it. */
interface DescribeOptions {
  readonly hasCodes?: boolean;
}

/** What went wrong and where, in words; then what the service itself said, if it said anything. */
function describeCause(error: AppError, options: DescribeOptions): string[] {
  return [en.errors[error.code].words, ...describeDetail(error, options)];
}

/** What the service itself said, if it said anything that the agent can use. */
export function describeDetail(
  { code, detail }: AppError,
  { hasCodes = false }: DescribeOptions = {},
): string[] {
  const shown = displayableDetail(code, detail);
  return shown === undefined || (!hasCodes && TECHNICAL.test(shown))
    ? []
    : [format(en.window.errorDetail, { detail: isolate(shown) })];
}

/** What does not pass by itself: somebody has to do something before a connection can stand. */
const NEEDS_SOMEBODY: ReadonlySet<ErrorCode> = new Set([
  'wrong-credentials',
  'forbidden',
  'no-route',
  'tls',
  'proxy',
  'multiple-clients',
  'address-changed',
  'keyring-locked',
]);

/** As `describeCause`, for a connection; with what can be done where something has to be. */
export function describeTrouble(error: AppError, options: DescribeOptions = {}): string[] {
  const cause = describeCause(error, options);
  return NEEDS_SOMEBODY.has(error.code) ? [...cause, en.errors[error.code].remedy] : cause;
}

/** As `describeCause`, after the name of the service and before what the agent can do. */
export function describeError(error: AppError, options: DescribeOptions = {}): string[] {
  const [words = '', ...detail] = describeCause(error, options);
  const where =
    error.vendor === undefined
      ? words
      : format(en.window.errorFrom, { vendor: vendorName(error.vendor), words });
  return [where, ...detail, en.errors[error.code].remedy];
}
