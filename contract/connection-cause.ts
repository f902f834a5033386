import type { AppError, ErrorCode } from './errors';

/**
 * Why a service could not be reached. More specific than the error's code if the detail allows it.
 */
export type ConnectionCause =
  | 'host-not-found'
  | 'connection-refused'
  | 'unreachable'
  | 'timeout'
  | 'proxy-sign-in'
  | 'proxy-refused'
  | 'proxy-not-found'
  | 'not-secure'
  | 'certificate-untrusted'
  | 'certificate-expired'
  | 'certificate-name'
  | 'wrong-credentials'
  | 'forbidden'
  | 'wrong-address';

/** By the codes of Node, OpenSSL and undici (`main/http/network-errors.ts`). */
const BY_DETAIL: Partial<Record<ErrorCode, readonly (readonly [RegExp, ConnectionCause])[]>> = {
  'no-route': [
    [/^(ENOTFOUND|EAI_AGAIN|EAI_\w+)$/, 'host-not-found'],
    [/^ECONNREFUSED$/, 'connection-refused'],
    [/^(deadline|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'timeout'],
    [/^(EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)$/, 'unreachable'],
  ],
  'no-answer': [[/^(deadline|ETIMEDOUT|UND_ERR_\w*TIMEOUT)$/, 'timeout']],
  proxy: [
    [/^HTTP 407$/, 'proxy-sign-in'],
    [/^HTTP \d+$/, 'proxy-refused'],
    [
      /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|deadline)$/,
      'proxy-not-found',
    ],
  ],
  tls: [
    [/^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST)$/, 'not-secure'],
    [/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/, 'certificate-expired'],
    [/^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/, 'certificate-name'],
    [
      /^(UNABLE_TO_\w+|SELF_SIGNED_\w+|DEPTH_ZERO_\w+|CERT_UNTRUSTED|INVALID_CA)$/,
      'certificate-untrusted',
    ],
  ],
  'wrong-credentials': [[/^/, 'wrong-credentials']],
  forbidden: [[/^/, 'forbidden']],
  'wrong-address': [[/^/, 'wrong-address']],
};

/** Undefined if nothing more specific than the error's code is known. */
export function findConnectionCause({ code, detail = '' }: AppError): ConnectionCause | undefined {
  return BY_DETAIL[code]?.find(([pattern]) => pattern.test(detail))?.[1];
}
