import type { HistoryEntry } from '../../contract/history';
import { nameAndNumber } from '../../contract/locale/name-and-number';
import { isAboutPeople } from '../calls/name-participants';

/** The name of the contact with a number, if there is one. */
export type FindName = (number: string) => string | undefined;

/** Adds the names of contacts to the numbers in entries. Entries without contacts are returned unchanged. */
export type NameEntries = (
  entries: readonly HistoryEntry[],
  findName: FindName,
) => readonly HistoryEntry[];

/** The journal keeps what the services reported; who has a number now is looked up when entries are shown. */
export function createEntryNames(): NameEntries {
  // A search runs with every letter that is typed. Entries never change, and changed contacts come with a new
  // function.
  let named = new WeakMap<HistoryEntry, HistoryEntry>();
  let usedBefore: FindName | undefined;

  return (entries, findName) => {
    if (findName !== usedBefore) named = new WeakMap();
    usedBefore = findName;
    return entries.map((entry) => {
      const known = named.get(entry) ?? nameEntry(entry, findName);
      named.set(entry, known);
      return known;
    });
  };
}

function nameEntry(entry: HistoryEntry, findName: FindName): HistoryEntry {
  const addName = (text: string): string => {
    const name = findName(text);
    return name === undefined ? text : nameAndNumber(name, text);
  };
  const addNames = (texts: readonly string[]): string[] => texts.map(addName);

  switch (entry.kind) {
    case 'call': {
      if (entry.parties.length > 1) return changed(entry, { parties: addNames(entry.parties) });
      if (entry.caller !== undefined) return entry;
      const number = entry.parties[0];
      const caller = number === undefined ? undefined : findName(number);
      return caller === undefined ? entry : { ...entry, caller };
    }
    case 'roster':
      return changed(entry, { joined: addNames(entry.joined), left: addNames(entry.left) });
    case 'command':
      return entry.target === undefined || !isAboutPeople(entry.action)
        ? entry
        : changed(entry, { target: addName(entry.target) });
  }
}

function changed<Entry extends HistoryEntry>(entry: Entry, fields: Partial<Entry>): Entry {
  const next = { ...entry, ...fields };
  return JSON.stringify(next) === JSON.stringify(entry) ? entry : next;
}
