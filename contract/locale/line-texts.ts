import { lines, unknownLine, type LineTexts } from './en/lines';

/** The texts about the calls of a line. */
export function lineTexts(line: string): LineTexts {
  return lines[line] ?? unknownLine;
}
