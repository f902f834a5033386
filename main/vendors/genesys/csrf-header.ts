import type { HttpAnswer } from '../../http/http-client';

/** The answer to a GET names the header to send (doc:CSRFProtection), and a header holds its value. */
const NAME_HEADER = 'x-csrf-header';
/** Its usual name: where the named header is not in the answer, the token is in this one. */
const DEFAULT_NAME = 'X-CSRF-TOKEN';

/** A header of an extension, or one whose name says what it is for; and a token as HTTP defines it. */
const ALLOWED_NAME = /^(?=x-|.*[cx]srf)[\w!#$%&'*+.^`|~-]{1,100}$/i;
/** Headers of that kind that something on the way or the server's framework acts upon. */
const FORBIDDEN_NAME =
  /^x-(forwarded|http-method|method-override|original|rewrite|real-ip|host|client-ip)/i;
/** What a header can carry, and no more than what is sent with every request. */
const ALLOWED_TOKEN = /^[\x21-\x7e]{1,4096}$/;

/** What an answer hands out for later requests to carry. */
export interface CsrfHeader {
  readonly name: string;
  readonly token: string;
}

/**
 * The header that every POST has to carry from now on, or undefined where the answer has none. A name
 * that would change what the request is (`Host`, `Cookie`) is replaced by the usual one.
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
