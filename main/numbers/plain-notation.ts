const INVISIBLE = /[\p{Cf}\p{M}]/gu;
const HYPHENS = /[\p{Pd}\u2212\u30fc]/gu;

/**
 * A number in ASCII. Digits of every script, full-width signs, no-break spaces and all kinds of hyphens
 * become the common ones, and invisible characters are removed.
 */
export function toPlainNotation(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\p{Nd}/gu, toAsciiDigit)
    .replace(HYPHENS, '-')
    .replace(/[[{]/g, '(')
    .replace(/[\]}]/g, ')')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** In Unicode, the digits of each script are consecutive, from 0 to 9. */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
