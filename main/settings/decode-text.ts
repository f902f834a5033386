/**
 * The text of a file, or the first position that is not valid Unicode. Line and column start at 1.
 */
export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly line: number; readonly column: number };

/**
 * Reads UTF-8 and UTF-16, with or without a byte order mark. 8-bit encodings such as Latin-1 are
 * rejected, since a wrong guess would change a password.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = detectEncoding(bytes);
  const inOrder = encoding === 'utf-16be' ? swapPairs(bytes) : bytes;
  const label = encoding === 'utf-8' ? 'utf-8' : 'utf-16le';
  try {
    return { ok: true, text: new TextDecoder(label, { fatal: true }).decode(inOrder) };
  } catch {
    return { ok: false, ...locateBadCharacter(new TextDecoder(label).decode(inOrder)) };
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Detected from the byte order mark or, without one, from the first two characters, which are ASCII
 * in JSON (RFC 4627, section 3).
 */
function detectEncoding([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== undefined && first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== undefined && second !== 0) return 'utf-16be';
  return 'utf-8';
}

function swapPairs(bytes: Uint8Array): Uint8Array {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
}

/** `text` has U+FFFD in place of bytes that could not be decoded. */
function locateBadCharacter(text: string): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, text.indexOf('\ufffd'))).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
