import type { Snapshot } from '../../contract/snapshot';

/** A person who can be called on a line. */
export interface KnownPerson {
  readonly name: string;
  /** A number, or a network ID. */
  readonly address: string;
}

/**
 * The people in current and ended calls of a line who can be reached on it, each once, newest
 * first.
 */
export function listRecentPeople(snapshot: Snapshot, line: string): KnownPerson[] {
  const byAddress = new Map<string, KnownPerson>();
  for (const call of [...snapshot.calls, ...snapshot.lastCalls]) {
    if (call.line !== line) {
      continue;
    }
    for (const { name, address } of call.participants) {
      if (address !== undefined && !byAddress.has(address)) {
        byAddress.set(address, { name, address });
      }
    }
  }
  return [...byAddress.values()];
}

/** The people whose name or number contains every typed word, in any order. */
export function filterPeople(people: readonly KnownPerson[], typed: string): KnownPerson[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return people.filter(({ name, address }) => {
    const text = `${name} ${address}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
