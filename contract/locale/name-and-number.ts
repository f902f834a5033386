import { isolate } from '../text';
import { en } from './en';
import { format } from './format';

/** A name and the number that it stands for, in one line of plain text. */
export function nameAndNumber(name: string, number: string): string {
  const text = number.includes('(') ? en.window.nameAndBracketedNumber : en.window.nameAndNumber;
  return format(text, { name: isolate(name), number: isolate(number) });
}
