import { TextDecoder } from 'node:util';

/** A byte order mark takes precedence over headers: it was written together with the text. */
const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** The first character of XML or JSON is ASCII, so a zero byte next to it means UTF-16. */
const FIRST_CHARACTERS = '<{["';
const CHARSET = /;\s*charset\s*=\s*["']?([^\s"';]+)/i;
const XML_DECLARATION = /^\s*<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']+)["']/i;
/** Its characters from 0x80 to 0x9f; the rest is ISO-8859-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
/** The maximum length of an XML declaration, which is at the beginning of a document. */
const MAX_DECLARATION_BYTES = 256;

/**
 * Decodes the body of an answer, without its byte order mark. The encoding comes from the byte order
 * mark, the content-type header or the XML declaration, in this order (RFC 7303), else it is UTF-8.
 * Invalid bytes become U+FFFD; never throws.
 */
export function decodeBody(body: Uint8Array, contentType = ''): string {
  const encoding =
    BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => body[index] === byte))?.[0] ??
    CHARSET.exec(contentType)?.[1] ??
    readDeclaration(body) ??
    guessEncoding(body);
  const decoder = createDecoder(encoding);
  return decoder.encoding === 'windows-1252' ? decodeWindows1252(body) : decoder.decode(body);
}

/** Node's decoder treats it as ISO-8859-1, where these are control characters (node#56542). */
function decodeWindows1252(body: Uint8Array): string {
  return Buffer.from(body)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}

function readDeclaration(body: Uint8Array): string | undefined {
  const start = Buffer.from(body.subarray(0, MAX_DECLARATION_BYTES)).toString('latin1');
  const declared = XML_DECLARATION.exec(start)?.[1];
  // A declaration that is readable as single bytes is not in UTF-16, whatever it says.
  return declared !== undefined && /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

function guessEncoding(body: Uint8Array): string {
  const [first = 0, second = 0] = body;
  if (second === 0 && FIRST_CHARACTERS.includes(String.fromCharCode(first))) return 'utf-16le';
  if (first === 0 && FIRST_CHARACTERS.includes(String.fromCharCode(second))) return 'utf-16be';
  return 'utf-8';
}

/** An unknown encoding is treated as UTF-8. */
function createDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}
