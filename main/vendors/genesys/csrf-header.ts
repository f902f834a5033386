import type { HttpAnswer } from '../../http/http-client';

/** The answer to a GET names the header to send (doc:CSRFProtection); another header contains its value. */
const NAME_HEADER = 'x-csrf-header';
/** Its usual name. If the named header is missing from the answer, this one has the token. */
const DEFAULT_NAME = 'X-CSRF-TOKEN';

/** An `X-` header or one whose name shows its purpose; a token as defined by HTTP. */
const ALLOWED_NAME = /^(?=x-|.*[cx]srf)[\w!#$%&'*+.^`|~-]{1,100}$/i;
/** Such headers that have an effect on a proxy or the server's framework. */
const FORBIDDEN_NAME =
  /^x-(forwarded|http-method|method-override|original|rewrite|real-ip|host|client-ip)/i;
/** The allowed characters and length of a header's value. */
const ALLOWED_TOKEN = /^[\x21-\x7e]{1,4096}$/;

/** A header that an answer sets for later requests. */
export interface CsrfHeader {
  readonly name: string;
  readonly token: string;
}

/**
 * The header that every later POST needs, or undefined if the answer has none. A name that would change the
 * request itself (`Host`, `Cookie`) is replaced by the usual one.
 */
export function readCsrfHeader(headers: HttpAnswer['headers']): CsrfHeader | undefined {
  const asked = first(headers[NAME_HEADER]);
  if (asked === undefined) return undefined;
  const isAllowed = ALLOWED_NAME.test(asked) && !FORBIDDEN_NAME.test(asked);
  const name = isAllowed ? asked : DEFAULT_NAME;
  const token = first(headers[name.toLowerCase()]) ?? first(headers[DEFAULT_NAME.toLowerCase()]);
  return token !== undefined && ALLOWED_TOKEN.test(token) ? { name, token } : undefined;
}

function first(value: string | string[] | undefined): string | undefined {
  return [value].flat()[0];
}
