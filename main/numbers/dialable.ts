import { cleanText } from '../../contract/text';
import { en } from '../../contract/locale/en';
import { fail, succeed, type Result } from '../../contract/result';
import { isWrittenNumber, readParts } from './number-parts';
import { digitsOf, toPlainNotation } from './plain-notation';

/** E.164 allows no more digits. */
const MAX_INTERNATIONAL = 15;
/** Includes an access code and an international prefix. */
const MAX_DIGITS = 20;
const MIN_FULL_NUMBER = 7;

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const OPTIONAL_ZERO = /\d\s*\)?[\s.-]*\(0\)/;
const INTERNATIONAL_PREFIX = /^\(?(00|011)\)?/;
const LINK = /^(?:tel|callto)\s*:/i;
/** `1-800-FLOWERS` */
const LETTERS_FOR_DIGITS = /^1?[-. (]*8\d\d[-. )]+[a-z][a-z-]+$/i;

/** E.164 of a number in plain notation, or undefined unless it is a full number of a known country. */
export type ToE164 = (plain: string) => string | undefined;

/** See `Numbers.toDialable`. */
export function readDialable(written: string, toE164: ToE164): Result<string> {
  const plain = toPlainNotation(written);
  if (hasSeveral(plain)) return reject(en.numbers.several);
  const { number, extension } = readParts(plain.replace(/\n/g, ' '));
  if (extension !== undefined) {
    return reject(en.numbers.withExtension);
  }
  if (!isWrittenNumber(number)) return readName(written, number);
  if (/[*#]/.test(number)) return succeed(number.replace(/[^\d+*#]/g, ''));
  const digits = digitsOf(number);
  if (digits === '') return reject(en.numbers.empty);
  if (/^\(?\+[^+]*$/.test(number)) return readInternational(number, toE164);
  if (number.includes('+')) return reject(en.numbers.misplacedPlus);
  if (digits.length > MAX_DIGITS) return reject(en.numbers.tooLong);
  if (!OPTIONAL_ZERO.test(number)) return succeed(digits);
  const [prefix, code] = INTERNATIONAL_PREFIX.exec(number) ?? [];
  if (prefix === undefined || code === undefined) return reject(en.numbers.optionalZero);
  const international = readInternational(`+${number.slice(prefix.length)}`, toE164);
  return international.ok ? succeed(international.value.replace('+', code)) : international;
}

function readInternational(number: string, toE164: ToE164): Result<string> {
  const digits = digitsOf(number);
  if (digits.length > MAX_INTERNATIONAL + 1) return reject(en.numbers.tooLong);
  const known = toE164(number) ?? toE164(number.replace('(0)', ' '));
  if (known !== undefined) return succeed(known);
  return OPTIONAL_ZERO.test(number) ? reject(en.numbers.optionalZero) : succeed(`+${digits}`);
}

/** A text with letters is a name or an address, unless it begins like a number. */
function readName(written: string, text: string): Result<string> {
  const beginning = /^[\d\s().\-/+]+/.exec(text)?.[0] ?? '';
  const isAddress = text.includes('@');
  const isNumber = beginning.startsWith('+') || digitsOf(beginning).length >= MIN_FULL_NUMBER;
  const isUnclear = (isNumber && /[\s()+]/.test(beginning)) || LETTERS_FOR_DIGITS.test(text);
  if (!isAddress && isUnclear) return reject(en.numbers.letters);
  const cleaned = cleanText(written).replace(INVISIBLE, '').trim();
  // A link is reduced to its target.
  const name = LINK.test(cleaned) ? text : cleaned;
  return name === '' ? reject(en.numbers.empty) : succeed(name);
}

function hasSeveral(plain: string): boolean {
  const byLines = plain.split(/[\n;|]|\bor\b/);
  const bySlashes = plain.split('/');
  const byCommas = plain.split(',');
  return (
    areNumbers(byLines, MIN_FULL_NUMBER) ||
    areNumbers(bySlashes, MIN_FULL_NUMBER) ||
    areNumbers(byCommas, 4)
  );
}

function areNumbers(parts: readonly string[], minDigits: number): boolean {
  return (
    parts.length > 1 &&
    parts.every((part) => isWrittenNumber(part) && digitsOf(part).length >= minDigits)
  );
}

function reject(detail: string): Result<string> {
  return fail({ code: 'bad-input', detail });
}
