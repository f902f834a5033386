import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Result } from '../../contract/result';
import { readDialable } from './dialable';
import { readParts } from './number-parts';
import { digitsOf, toPlainNotation } from './plain-notation';

/** Telephone numbers as people and services write them. */
export interface Numbers {
  /**
   * Converts a typed or pasted number into a form that a telephone switch accepts. Names, SIP
   * addresses, short extensions and codes with `*` or `#` stay as they are. Error: `bad-input` if
   * the meaning is unclear. Its `detail` says what is expected, without the name of the field.
   */
  toDialable(written: string): Result<string>;
  /** The same in international form, if the country is known. */
  toInternational(written: string): Result<string>;
  /** The same for a full number. Every other network ID stays as it was typed. */
  toNetworkId(written: string): string;
  /**
   * A key that all notations of one number share, as far as the country is known. For other text,
   * the key is the text itself.
   */
  readonly keyOf: (notation: string) => string;
}

/** Shorter numbers are extensions, which have no country. */
const MIN_FULL_NUMBER = 7;
/** In characters. Longer text is not a number. */
const MAX_NOTATION = 100;

/** @param country the country of national numbers, ISO 3166 alpha-2 */
export function createNumbers(country: string | undefined): Numbers {
  const defaultCountry = country !== undefined && isSupportedCountry(country) ? country : undefined;

  /** E.164, or undefined unless it is a full number of a known country. */
  function toE164(plain: string): string | undefined {
    if (digitsOf(plain).length < MIN_FULL_NUMBER) return undefined;
    const options = { extract: false, ...(defaultCountry && { defaultCountry }) };
    const parsed = parsePhoneNumberFromString(plain, options);
    return parsed?.isPossible() === true ? parsed.number : undefined;
  }

  function toDialable(written: string): Result<string> {
    return readDialable(written, toE164);
  }

  return {
    toDialable,
    toInternational: (written) => {
      const dialable = toDialable(written);
      return dialable.ok ? { ok: true, value: toE164(dialable.value) ?? dialable.value } : dialable;
    },
    toNetworkId: (written) => {
      const { number } = readParts(toPlainNotation(written));
      const isFull = /^[^*#a-z]+$/i.test(number) && digitsOf(number).length >= MIN_FULL_NUMBER;
      const dialable = isFull ? toDialable(written) : undefined;
      return dialable?.ok === true ? dialable.value : written;
    },
    keyOf: (notation) => {
      if (notation.length > MAX_NOTATION || !/\p{Nd}/u.test(notation)) return notation;
      if (/^\d{1,6}$/.test(notation)) return notation;
      const { number, extension } = readParts(toPlainNotation(notation));
      if (!/^[\d\s().\-/~·+]+$/.test(number)) return notation;
      const key = toE164(number) ?? digitsOf(number);
      return extension === undefined ? key : `${key};ext=${extension}`;
    },
  };
}
