import type { ErrorCode } from '../../contract/errors';

/** Why the program itself ended a request. */
export class GivenUpError extends Error {
  constructor(
    readonly reason: 'deadline' | 'aborted' | 'too-large' | 'bad-encoding' | 'no-way',
    detail: string = reason,
  ) {
    super(detail);
    this.name = 'GivenUpError';
  }
}

/** OpenSSL's and Node's names for a certificate or a handshake that is not acceptable. */
const TLS_CODE =
  /^(ERR_TLS|ERR_SSL|EPROTO$|CERT_|CRL_|ERROR_IN_C|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH|UND_ERR_PRX_TLS)/;

/** The system's or the library's name for what happened, which holds nothing of the request. */
export function codeOfFailure(error: unknown): string {
  if (error instanceof GivenUpError) return error.message;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    // The only place where undici says what a proxy answered to the wish for a tunnel.
    const [, status] = /^Proxy response \((\d{3})\)/.exec(error.message) ?? [];
    return status === undefined ? error.code : `HTTP ${status}`;
  }
  return error instanceof Error ? error.name : 'unknown';
}

/**
 * What to call a request of which nothing reached the server. With a proxy on the way every
 * connection is the proxy's, so whatever is not about a certificate is the proxy's failure.
 */
export function codeBeforeSending(failure: string, hasProxy: boolean): ErrorCode {
  if (TLS_CODE.test(failure)) return 'tls';
  if (failure === 'UND_ERR_INVALID_ARG') return 'internal';
  return hasProxy ? 'proxy' : 'no-route';
}

/** What to call a request that was sent, or begun to be sent, and has no complete answer. */
export function codeAfterSending(failure: string): ErrorCode {
  if (/^HPE_|^HTTPParserError$|^UND_ERR_HEADERS_OVERFLOW$/.test(failure)) {
    return 'malformed-answer';
  }
  return failure === 'too-large' || failure === 'bad-encoding' ? 'malformed-answer' : 'no-answer';
}
