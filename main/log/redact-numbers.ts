import { readTokens, type Token } from './number-tokens';

const VISIBLE_DIGITS = 3;
const MIN_DIGITS = 4;
/** Fewer digits around a spaced hyphen or an `x` are a range or a size. */
const MIN_FULL_NUMBER = 7;
/** Between two groups of digits. Brackets and invisible characters do not count. */
const MAX_SEPARATORS = 2;
const MAX_SPACED_SEPARATORS = 3;

/**
 * The maximum number of characters that a pattern looks at, which keeps the running time linear.
 */
const WINDOW = 48;
const DATE =
  /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?\b)?)?(?![-\d])/;
/** A telephone number written with dots begins with 0 or has more or longer groups. */
const NETWORK_ADDRESS = /^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})(?!\.?\w)(?::\d{1,5}\b)?/;
const PORT = /^:\d{1,5}\b/;
const TOP_LEVEL_DOMAIN = /^[a-z]{2,}$/;
const EXTENSION =
  /^[^\p{L}\p{Nd}]{0,4}?(?:;ext=|(?:extension|extn?|доб)[.:]?\s{0,2})\p{Nd}{1,8}(?!\w)/iu;
const SHORT_EXTENSION = /^[\s\p{Cf})]{0,4}(?:[xｘ#＃~～]|,{2,3}|;)[.:]?\s{0,2}\p{Nd}{1,8}(?!\w)/iu;

/** Most names of parties are plain numbers. */
const PLAIN_NUMBER = /^\+?\d+$/;

/**
 * The text with every telephone number and extension of four digits or more reduced to its last three
 * digits, in any script and with any separators: `15002` becomes `**002`, and `+1 (970) 325-5647`
 * becomes `+* (***) ***-*647`. An extension after a number is part of it. Dates, network addresses and
 * ids that contain letters stay as they are. The running time is linear in the length of the text.
 */
export function redactNumbers(text: string): string {
  if (PLAIN_NUMBER.test(text)) return maskDigits(text);
  return /\p{Nd}/u.test(text) ? redactTokens(text, readTokens(text)) : text;
}

/** The same as `redactNumbers`, for a text whose tokens are known. */
export function redactTokens(text: string, tokens: readonly Token[]): string {
  let redacted = '';
  let index = 0;
  while (index < tokens.length) {
    const first = index;
    const token = tokens[first];
    if (token === undefined) break;
    const kept = lengthOfKept(text, tokens, first, token);
    const isDigits = kept === 0 && token.kind === 'digits';
    const end = isDigits ? endOfNumber(text, tokens, first) : undefined;
    const isNumber = end !== undefined;
    index = end ?? indexAt(tokens, first + 1, token.start + kept);
    const part = text.slice(token.start, tokens[index]?.start ?? text.length);
    redacted += isNumber ? maskDigits(part) : part;
  }
  return redacted;
}

/** How many characters, from a token on, are a date, a network address or a port. */
function lengthOfKept(
  text: string,
  tokens: readonly Token[],
  index: number,
  { kind, start, value }: Token,
): number {
  if (kind === 'digits') {
    const next = tokens[index + 1]?.value;
    const pattern = next === '-' ? DATE : next === '.' ? NETWORK_ADDRESS : undefined;
    const isPlus = /[+＋]/.test(tokens[index - 1]?.value ?? '');
    return pattern === undefined || isPlus ? 0 : lengthOf(pattern, text, start);
  }
  return value === ':' && endsHost(tokens, index) ? lengthOf(PORT, text, start) : 0;
}

function endsHost(tokens: readonly Token[], end: number): boolean {
  const name = tokens[end - 1]?.value ?? '';
  if (name === 'localhost') return true;
  return (
    TOP_LEVEL_DOMAIN.test(name) &&
    tokens[end - 2]?.value === '.' &&
    /[\w-]/.test(tokens[end - 3]?.value.slice(-1) ?? '')
  );
}

/** The index after the number that begins here and its extension, or undefined if none begins. */
function endOfNumber(text: string, tokens: readonly Token[], first: number): number | undefined {
  let end = first;
  let digits = 0;
  let beforeSpaced: number | undefined;
  for (;;) {
    const next = findNextGroup(tokens, end);
    const group = next && tokens[next.index];
    if (next === undefined || group === undefined) break;
    const total = digits + countDigits(group.value);
    if (group.word === 'id' || (group.word !== 'none' && total < MIN_FULL_NUMBER)) break;
    // A date or an address after a complete number is not part of it.
    const isAlone = end === first + 1 && digits >= MIN_DIGITS;
    if (isAlone && lengthOfKept(text, tokens, next.index, group) > 0) break;
    if (next.isSpaced) beforeSpaced ??= end;
    digits = total;
    end = next.index + 1;
  }
  if (end === first) return undefined;
  if (beforeSpaced !== undefined && digits < MIN_FULL_NUMBER) return beforeSpaced;
  const place = tokens[end]?.start;
  if (place === undefined) return end;
  const extension =
    (digits >= MIN_DIGITS ? lengthOf(EXTENSION, text, place) : 0) ||
    (digits >= MIN_FULL_NUMBER ? lengthOf(SHORT_EXTENSION, text, place) : 0);
  return indexAt(tokens, end, place + extension);
}

function findNextGroup(
  tokens: readonly Token[],
  from: number,
): { readonly index: number; readonly isSpaced: boolean } | undefined {
  let separators = 0;
  for (let index = from; separators <= MAX_SPACED_SEPARATORS; index += 1) {
    const token = tokens[index];
    if (token?.kind === 'digits') return { index, isSpaced: separators > MAX_SEPARATORS };
    if (token?.kind !== 'separator' && token?.kind !== 'insertion') return undefined;
    if (token.kind === 'separator') separators += 1;
  }
  return undefined;
}

function indexAt(tokens: readonly Token[], from: number, place: number): number {
  let index = from;
  while ((tokens[index]?.start ?? place) < place) index += 1;
  return index;
}

function lengthOf(pattern: RegExp, text: string, start: number): number {
  return pattern.exec(text.slice(start, start + WINDOW))?.[0].length ?? 0;
}

function countDigits(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}

function maskDigits(number: string): string {
  let remaining = countDigits(number);
  if (remaining < MIN_DIGITS) return number;
  return number.replace(/\p{Nd}/gu, (digit) => (remaining-- > VISIBLE_DIGITS ? '*' : digit));
}
