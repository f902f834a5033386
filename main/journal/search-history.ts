import type { HistoryEntry } from '../../contract/history';
import type { HistoryFilter } from '../../contract/history-choices';
import { describeHistory } from '../../contract/locale/describe-history';
import { redactNumbers } from '../log/redact';

/** Finds entries by their displayed text. */
export interface HistorySearch {
  /**
   * The entries in which all words of the text occur, in any case, newest first. A number is found in any
   * grouping, and by all of its digits where only the last ones were kept. `entries` are oldest first.
   */
  find(entries: readonly HistoryEntry[], text: string, filter?: HistoryFilter): HistoryEntry[];
}

/** The searched part of an entry: its words in lower case, and the digits of the numbers in them. */
interface Searchable {
  readonly text: string;
  readonly numbers: readonly string[];
}

/** Three or more digits in any grouping. Fewer are found as text. */
const NUMBER = /[+(]?\p{Nd}(?:[ \u00a0().\-/]*\p{Nd}){2,}/gu;

export function createHistorySearch(): HistorySearch {
  // A search runs with every letter that is typed. Entries never change, so neither do their words.
  const known = new WeakMap<HistoryEntry, Searchable>();

  function toSearchable(entry: HistoryEntry): Searchable {
    const cached = known.get(entry);
    if (cached !== undefined) return cached;
    const text = Object.values(describeHistory(entry)).join('\n').toLowerCase();
    const searchable = { text, numbers: numbersIn(text) };
    known.set(entry, searchable);
    return searchable;
  }

  return {
    find: (entries, text, filter = 'all') => {
      const words = wordsOf(text);
      // If numbers are masked, a number that is typed in full can only be found by its last three digits.
      const masked = wordsOf(redactNumbers(text));
      const otherWords = wordsOf(text.replace(NUMBER, ' '));
      // The international form of a number lacks the leading zero of the national form.
      const numbers = numbersIn(text).map((digits) => digits.replace(/^0+(?=\d)/, ''));
      const found = entries.filter((entry) => {
        if (!passes(entry, filter)) return false;
        const searchable = toSearchable(entry);
        return (
          containsAll(searchable.text, words) ||
          containsAll(searchable.text, masked) ||
          (numbers.length > 0 &&
            containsAll(searchable.text, otherWords) &&
            numbers.every((digits) => searchable.numbers.some((other) => other.includes(digits))))
        );
      });
      return found.reverse();
    },
  };
}

function passes(entry: HistoryEntry, filter: HistoryFilter): boolean {
  if (filter === 'all') return true;
  if (entry.kind !== 'call') return false;
  return filter === 'missed' ? entry.isMissed === true : entry.direction === filter;
}

function numbersIn(text: string): string[] {
  return [...text.matchAll(NUMBER)].map(([number]) => number.replace(/\P{Nd}/gu, ''));
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function containsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
