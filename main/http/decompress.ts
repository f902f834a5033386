import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import type { HttpAnswer } from './http-client';
import { AbandonedRequestError } from './network-errors';

/** The value of `Accept-Encoding`: what zlib can decode in every supported runtime. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

/**
 * The maximum number of encodings. A server and its gateway may both compress; more is an attack.
 */
const MAX_ENCODINGS = 3;

type Decode = (body: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

const INFLATE: Decode = promisify(inflate);
const INFLATE_RAW: Decode = promisify(inflateRaw);
const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['br', promisify(brotliDecompress)],
  ['deflate', (body, options) => (hasZlibHeader(body) ? INFLATE : INFLATE_RAW)(body, options)],
]);

/**
 * The body without the encodings that its headers name. Rejects with `AbandonedRequestError`: `too-large`
 * when any step produces more than `maxBytes`, `bad-encoding` when it is not encoded as declared.
 */
export async function decompress(
  body: Buffer,
  headers: HttpAnswer['headers'],
  maxBytes: number,
): Promise<Buffer> {
  const encodings = [headers['content-encoding'] ?? []]
    .flat()
    .flatMap((line) => line.split(','))
    .map((encoding) => encoding.trim().toLowerCase())
    .filter((encoding) => encoding !== '' && encoding !== 'identity');
  // 204 and 304 have no body, whatever their headers say.
  if (encodings.length === 0 || body.length === 0) return body;
  if (encodings.length > MAX_ENCODINGS) throw new AbandonedRequestError('bad-encoding');

  let decoded = body;
  for (const encoding of encodings.reverse()) {
    const decode = DECODERS.get(encoding);
    if (decode === undefined) throw new AbandonedRequestError('bad-encoding');
    try {
      decoded = await decode(decoded, { maxOutputLength: maxBytes });
    } catch (error) {
      const isTooLarge =
        error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      throw new AbandonedRequestError(isTooLarge ? 'too-large' : 'bad-encoding');
    }
  }
  return decoded;
}

/** `deflate` means zlib's format (RFC 9110, 8.4.1.2); some servers send the bare data without its header. */
function hasZlibHeader(body: Buffer): boolean {
  const [first = 0, second = 0] = body;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}
