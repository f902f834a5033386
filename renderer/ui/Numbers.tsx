import { Fragment, type ReactNode } from 'react';

/** A telephone number, a time, a date or a code such as `*21#`; digits alone keep their order anyway. */
const NUMBER = /([+(*#]{0,3}\d(?:[\d ()./:*#-]*[\d*#])?)/;
const IS_NUMBER = /^[+(*#]*\d[\d ()./:*#-]*$/;
const HAS_SIGN = /\D/;

/** Whether a text is a number that would fall apart in a text that is written from right to left. */
export function isNumber(text: string): boolean {
  return IS_NUMBER.test(text) && HAS_SIGN.test(text);
}

/** A text in which every number stays on one line and reads from left to right, in any context. */
export function WithNumbers({ text }: { readonly text: string }): ReactNode {
  const parts = text.split(NUMBER);
  if (!parts.some(isNumberAt)) return text;
  return (
    // One element, so that it is also one item where the text is a part of a row.
    <span>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {isNumberAt(part, index) ? <bdi dir="ltr">{part}</bdi> : part}
        </Fragment>
      ))}
    </span>
  );
}

/** Does the same for text without markup, such as a tooltip. */
export function isolateNumbers(text: string): string {
  return text
    .split(NUMBER)
    .map((part, index) => (isNumberAt(part, index) ? `\u2066${part}\u2069` : part))
    .join('');
}

/** After splitting at the numbers, these are at the odd indexes. */
function isNumberAt(part: string, index: number): boolean {
  return index % 2 === 1 && isNumber(part);
}
