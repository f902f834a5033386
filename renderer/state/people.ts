import type { Snapshot } from '../../contract/snapshot';

/** Somebody who can be called on a line. */
export interface KnownPerson {
  readonly name: string;
  /** A number, or a network ID. */
  readonly address: string;
}

/** Those who are or were in the calls of a line and can be reached on it, each once, the newest first. */
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

/** Those in whose name or number every typed word stands, in any order. */
export function filterPeople(people: readonly KnownPerson[], typed: string): KnownPerson[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return people.filter(({ name, address }) => {
    const text = `${name} ${address}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
