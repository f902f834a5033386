import type { Numbers } from '../../numbers/numbers';

/** A party of a call, with all numbers that the vendor reports for it. */
export interface Party {
  /** Unique within the call and stable while the party is in it: its digits, followed by `#2` and so on. */
  readonly id: string;
  /** The key that all parties with the same number share. */
  readonly key: string;
  /** Undefined if the number is withheld. */
  readonly number: string | undefined;
  readonly name: string;
  /** All notations of its number in the vendor's message, starting with the one that operations use. */
  readonly forms: readonly string[];
}

export type UnknownParty = Omit<Party, 'id'>;
type KeysOf = (party: UnknownParty) => readonly string[];

/** A country code, or the prefix for an outside line. */
const MAX_PREFIX = 3;
const MIN_FULL_NUMBER = 7;

/**
 * Finds the ids that parties keep. Matches are tried from the most to the least specific: all forms of the
 * number, the digits, one of the forms, and finally another notation of the same number. Lookups use keys, so
 * that thousands of parties with one number take no longer than thousands of numbers.
 */
export function matchParties(
  last: readonly Party[],
  parties: readonly UnknownParty[],
  numbers: Numbers,
): Map<UnknownParty, string> {
  const ids = new Map<UnknownParty, string>();
  let before = last;
  let now = parties;

  function match(keysBefore: KeysOf, keysNow = keysBefore): void {
    if (before.length === 0 || now.length === 0) return;
    const matched = new Set<Party>();
    const queues = queueByKey(before, keysBefore);
    now = now.filter((party) => {
      const old = findFirst(queues, keysNow(party), matched);
      if (old === undefined) return true;
      matched.add(old);
      ids.set(party, old.id);
      return false;
    });
    before = before.filter((party) => !matched.has(party));
  }

  match(({ key, forms }) => [[key, ...forms].join('\n')]);
  match(({ key }) => [key]);
  match(({ forms }) => forms);
  match(({ forms }) => forms.map((form) => numbers.keyOf(form)));
  match(toFullNumbers, toNumbersWithoutPrefix);
  match(toNumbersWithoutPrefix, toFullNumbers);
  return ids;
}

interface Queue {
  readonly parties: Party[];
  next: number;
}

function queueByKey(parties: readonly Party[], keysOf: KeysOf): Map<string, Queue> {
  const queues = new Map<string, Queue>();
  for (const party of parties) {
    for (const key of keysOf(party)) {
      const queue = queues.get(key);
      if (queue === undefined) queues.set(key, { parties: [party], next: 0 });
      else queue.parties.push(party);
    }
  }
  return queues;
}

/** The first party under one of the keys that has not been matched yet. */
function findFirst(
  queues: ReadonlyMap<string, Queue>,
  keys: readonly string[],
  matched: ReadonlySet<Party>,
): Party | undefined {
  for (const key of keys) {
    const queue = queues.get(key);
    if (queue === undefined) continue;
    for (; queue.next < queue.parties.length; queue.next += 1) {
      const party = queue.parties[queue.next];
      if (party !== undefined && !matched.has(party)) return party;
    }
  }
  return undefined;
}

/** Without the leading zeros that a country code replaces. */
function toFullNumbers({ forms }: UnknownParty): string[] {
  return forms
    .map((form) => form.replace(/\D/g, '').replace(/^0+/, ''))
    .filter((digits) => digits.length >= MIN_FULL_NUMBER);
}

/** If the country is unknown: the possible national forms of a number. */
function toNumbersWithoutPrefix(party: UnknownParty): string[] {
  return toFullNumbers(party)
    .flatMap((digits) => Array.from({ length: MAX_PREFIX }, (_, index) => digits.slice(index + 1)))
    .filter((digits) => digits.length >= MIN_FULL_NUMBER);
}
