import { lines, unknownLine, type LineTexts } from './en/lines';

/** What the agent reads about the calls of a line. */
export function lineTexts(line: string): LineTexts {
  return lines[line] ?? unknownLine;
}
