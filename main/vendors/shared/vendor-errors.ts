import type { AppError, ErrorCode } from '../../../contract/errors';
import { cleanText } from '../../../contract/text';
import type { Vendor } from '../../../contract/vendors';
import { redactSecrets } from '../../log/redact';

const MAX_DETAIL_LENGTH = 500;
/** How much of a text is searched for secrets, in characters; far more than is kept. */
const MAX_SEARCHED_LENGTH = 20_000;

const CODE_BY_STATUS: ReadonlyMap<number, ErrorCode> = new Map([
  [401, 'wrong-credentials'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [407, 'proxy'],
  [409, 'conflict'],
  [429, 'rate-limited'],
]);

/**
 * A service's own error code as it is shown and logged. It is one word with a letter, since a number by itself
 * would be masked like a telephone number.
 */
export function nameCode(code: number): string {
  return `error-${code}`;
}

/** Creates the errors of one vendor. Its texts can quote requests, so secrets are removed. */
export interface VendorErrors {
  of(code: ErrorCode, detail?: string): AppError;
  /** The error for an HTTP status (or the status in a body) other than success. */
  ofStatus(status: number, detail?: string): AppError;
}

export function createVendorErrors(vendor: Vendor, secrets: readonly string[]): VendorErrors {
  function of(code: ErrorCode, detail?: string): AppError {
    const redacted = redactSecrets((detail ?? '').slice(0, MAX_SEARCHED_LENGTH), secrets);
    const text = cleanText(redacted.trim().slice(0, MAX_DETAIL_LENGTH));
    return text === '' ? { code, vendor } : { code, vendor, detail: text };
  }

  function codeOf(status: number): ErrorCode {
    if (status >= 500) return 'vendor-unavailable';
    if (status < 400) return 'malformed-answer';
    return CODE_BY_STATUS.get(status) ?? 'refused';
  }

  return {
    of,
    ofStatus: (status, detail = '') =>
      of(codeOf(status), detail.trim() === '' ? `HTTP ${status}` : detail),
  };
}
