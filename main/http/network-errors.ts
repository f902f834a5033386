import type { ErrorCode } from '../../contract/errors';

/** A request that Sidetone itself aborted. */
export class AbandonedRequestError extends Error {
  constructor(
    readonly reason: 'deadline' | 'aborted' | 'too-large' | 'bad-encoding' | 'no-usable-proxy',
    detail: string = reason,
  ) {
    super(detail);
    this.name = 'AbandonedRequestError';
  }
}

/** OpenSSL's and Node's names for a certificate or a handshake that is not acceptable. */
const TLS_CODE =
  /^(ERR_TLS|ERR_SSL|EPROTO$|CERT_|CRL_|ERROR_IN_C|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH|UND_ERR_PRX_TLS)/;

/** The system's or undici's code for the failure; it contains nothing of the request. */
export function codeOfFailure(error: unknown): string {
  if (error instanceof AbandonedRequestError) return error.message;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    // undici reports the proxy's answer to CONNECT only here.
    const [, status] = /^Proxy response \((\d{3})\)/.exec(error.message) ?? [];
    return status === undefined ? error.code : `HTTP ${status}`;
  }
  return error instanceof Error ? error.name : 'unknown';
}

/**
 * The error code for a request that was not sent. With a proxy, every connection goes to the proxy, so any
 * failure except that of a certificate is the proxy's.
 */
export function codeBeforeSending(failure: string, hasProxy: boolean): ErrorCode {
  if (TLS_CODE.test(failure)) return 'tls';
  if (failure === 'UND_ERR_INVALID_ARG') return 'internal';
  return hasProxy ? 'proxy' : 'no-route';
}

/** The error code for a request that was sent, at least in part, and got no complete answer. */
export function codeAfterSending(failure: string): ErrorCode {
  if (/^HPE_|^HTTPParserError$|^UND_ERR_HEADERS_OVERFLOW$/.test(failure)) {
    return 'malformed-answer';
  }
  return failure === 'too-large' || failure === 'bad-encoding' ? 'malformed-answer' : 'no-answer';
}
