import { closest, distance } from 'fastest-levenshtein';
import { SWITCHES, VALUES } from './flags';

const NAMES = [...Object.keys(SWITCHES), ...Object.keys(VALUES)];
/** With more differences than this, it is a different word. */
const MAX_DISTANCE = 2;
const SHORT_FLAGS: Readonly<Record<string, string>> = {
  '-d': '--demo',
  '-h': '--help',
  '-?': '--help',
  '/?': '--help',
  '-p': '--profile FILE',
  '-t': '--trace FILE',
  '-v': '--version',
  '-V': '--version',
};

/** The flag that a name without dashes most likely means, or undefined. */
export function suggestFlag(name: string): string | undefined {
  const nearest = closest(name.toLowerCase(), NAMES);
  const isNear = distance(name.toLowerCase(), nearest) <= Math.min(MAX_DISTANCE, name.length - 1);
  if (!isNear) return undefined;
  return nearest in VALUES
    ? `--${nearest} ${VALUES[nearest as keyof typeof VALUES][0]}`
    : `--${nearest}`;
}

/** The error for a word that is neither a flag nor a flag's value, with its likely meaning. */
export function explainUnexpectedArgument(word: string): string {
  const likely = SHORT_FLAGS[word] ?? (isProfile(word) ? `--profile ${word}` : suggestFor(word));
  return `"${word}" is not a flag; ${likely === undefined ? 'see --help' : `did you mean ${likely}?`}`;
}

function isProfile(word: string): boolean {
  return !word.startsWith('-') && /\.jsonc?$/i.test(word);
}

function suggestFor(word: string): string | undefined {
  return suggestFlag(word.replace(/^[-/\u2010-\u2015\u2212]+/, ''));
}
