import type { Journal } from './journal';
import { parseLine, type JournalLine } from './journal-lines';

/** With more lines, the older half is dropped. */
const MAX_LINES = 20_000;

/** A journal for this run only, which is never written to the disk. */
export function createMemoryJournal(): Journal {
  let lines: JournalLine[] = [];
  let edition = 0;

  function keep(kept: JournalLine[]): void {
    lines = kept;
    edition += 1;
  }

  return {
    earlier: [],
    get edition() {
      return edition;
    },
    write: (row) => {
      const line = parseLine(row);
      if (line !== undefined) lines.push(line);
      if (lines.length > MAX_LINES) keep(lines.slice(MAX_LINES / 2));
    },
    read: (from, take) => {
      const stop = lines.findIndex((line, index) => index >= from && !take(line));
      return Promise.resolve(stop === -1 ? lines.length : stop + 1);
    },
    rewrite: (upTo, isKept) => {
      keep(lines.filter((line, index) => index >= upTo || isKept(line)));
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
}
