/** A telephone number, a time, a date or a code such as `*21#`; digits alone keep their order anyway. */
const NUMBER = /([+(*#]{0,3}\d(?:[\d ()./:*#-]*[\d*#])?)/;
const IS_NUMBER = /^[+(*#]*\d[\d ()./:*#-]*$/;
const HAS_SIGN = /\D/;
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** Whether a text is a number that would fall apart in a text that is written from right to left. */
export function isNumber(text: string): boolean {
  return IS_NUMBER.test(text) && HAS_SIGN.test(text);
}

/** A part of a text: a number that has to be isolated, or what is between two of them. */
export interface TextPart {
  readonly text: string;
  readonly isNumber: boolean;
}

/** Splits a text at its numbers. */
export function splitAtNumbers(text: string): TextPart[] {
  // The matches are at the odd indexes.
  return text
    .split(NUMBER)
    .map((part, index) => ({ text: part, isNumber: index % 2 === 1 && isNumber(part) }));
}

/**
 * Isolates the numbers in a text without markup, such as a tooltip or a notification, so that they read
 * from left to right in any context. In markup, use `WithNumbers`.
 */
export function isolateNumbers(text: string): string {
  return splitAtNumbers(text)
    .map((part) =>
      part.isNumber ? `${LEFT_TO_RIGHT_ISOLATE}${part.text}${POP_DIRECTIONAL_ISOLATE}` : part.text,
    )
    .join('');
}
