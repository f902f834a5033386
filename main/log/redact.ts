/** What holds digits and is no telephone number: dates, addresses with ports, ids with letters. */
const NOT_A_NUMBER = [
  String.raw`\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+)?(?:Z|[+-]\d{2}(?::?\d{2})?\b)?`,
  String.raw`\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b`,
  String.raw`\b(?:localhost|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}):\d{1,5}\b`,
  String.raw`[\w-]*[A-Za-z_][\w-]*`,
].join('|');

/** Digits in groups of four at most, as people write numbers, or in one run of four at least. */
const NUMBER = String.raw`\+?\(?\d{1,4}\)?(?:[ .\/-]{1,2}\(?\d{1,4}\)?)+(?!\d)|\+?\d{4,}`;

const CANDIDATE = new RegExp(`(${NOT_A_NUMBER})|${NUMBER}`, 'g');

const VISIBLE_DIGITS = 3;
const FEWEST_DIGITS = 4;

function maskDigits(number: string): string {
  let remaining = number.replace(/\D/g, '').length;
  if (remaining < FEWEST_DIGITS) return number;
  return number.replace(/\d/g, (digit) => (remaining-- > VISIBLE_DIGITS ? '*' : digit));
}

/**
 * The text with every telephone number and extension of four digits or more reduced to its last
 * three: `15002` becomes `**002`, `+1 (970) 325-5647` becomes `+* (***) ***-*647`. Dates, network
 * addresses and ids that hold letters stay as they are.
 */
export function redactNumbers(text: string): string {
  return text.replace(CANDIDATE, (match, kept: string | undefined) => kept ?? maskDigits(match));
}

/** The text without these secrets, as they are and as they look inside a URL. */
export function redactSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .sort((one, other) => other.length - one.length)
    .reduce((redacted, secret) => redacted.replaceAll(secret, '[secret]'), text);
}
