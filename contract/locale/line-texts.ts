import { en } from './en';
import { format } from './format';

const TITLES: Readonly<Record<string, string>> = en.window.lineTitles;
const OVER: Readonly<Record<string, string>> = en.window.reasons.over;

/** What a line's calls are called; its id where the locale has no name for it. */
export function lineTitle(line: string): string {
  return TITLES[line] ?? line;
}

/** Why nothing can be done to a call of this line any more. */
export function callIsOver(line: string): string {
  return OVER[line] ?? format(en.window.reasons.isOver, { line: lineTitle(line) });
}
