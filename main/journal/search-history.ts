import type { HistoryEntry } from '../../contract/history';
import { describeHistory } from '../../contract/locale/describe-history';
import { redactNumbers } from '../log/redact';

/** Finds entries by the words that the agent reads in them. */
export interface HistorySearch {
  /**
   * The entries in which all words of the text occur, in any case, newest first; a number is found by
   * all of its digits too. `entries` are oldest first.
   */
  find(entries: readonly HistoryEntry[], text: string): HistoryEntry[];
}

export function createHistorySearch(): HistorySearch {
  // Whoever types asks again with every letter. Entries never change, so neither do their words.
  const texts = new WeakMap<HistoryEntry, string>();

  function textOf(entry: HistoryEntry): string {
    const known = texts.get(entry);
    if (known !== undefined) return known;
    const { what, who, outcome, ended, why } = describeHistory(entry);
    const text = `${what}\n${who}\n${outcome}\n${ended}\n${why}`.toLowerCase();
    texts.set(entry, text);
    return text;
  }

  return {
    find: (entries, text) => {
      const words = wordsOf(text);
      // The journal has the last three digits alone; whoever types the whole number means that.
      const cutShort = wordsOf(redactNumbers(text));
      const found = entries.filter((entry) => {
        const read = textOf(entry);
        return holdsAll(read, words) || holdsAll(read, cutShort);
      });
      return found.reverse();
    },
  };
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
