import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Contact, SuggestedPerson } from '../../contract/contacts';
import type { Numbers } from '../numbers/numbers';
import { digitsOf, toPlainNotation } from '../numbers/plain-notation';
import type { ParsedContact } from './parsed-contact';

/** Finds contacts by typed text and by the number of a call. */
export interface ContactIndex {
  /**
   * Contacts whose name, company or numbers contain every typed word. Favorites come first, then
   * names that begin with the text. A number is found in any notation. Returns all contacts for an
   * empty text.
   */
  search(text: string): Contact[];
  /** The contact with this number in any notation, if only one name has it. */
  findName(number: string): string | undefined;
}

/** The prepared search texts of a person. */
interface SearchTexts {
  readonly text: string;
  readonly digits: readonly string[];
}

interface Entry extends SearchTexts {
  readonly contact: Contact;
}

/** How many contacts are prepared at a time. Other events are handled in between. */
const PIECE = 500;
/** Shorter numbers are extensions, which have only one notation. */
const MIN_FULL_NUMBER = 7;

/** Prepares contacts for searching, in the given order. */
export async function indexContacts(
  contacts: readonly Contact[],
  numbers: Numbers,
): Promise<ContactIndex> {
  const entries: Entry[] = [];
  /** Contacts by the last digits of their numbers, which all notations share. */
  const byEnd = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const digits = contact.numbers.map(({ number }) => readDigits(number));
    entries.push({ contact, text: toSearchText(contact), digits });
    for (const end of new Set(digits.map(endOf))) {
      const others = byEnd.get(end);
      if (others === undefined) byEnd.set(end, [contact]);
      else others.push(contact);
    }
    if (entries.length % PIECE === 0) await setImmediate();
  }

  function findByNumber(number: string): Contact[] {
    const digits = digitsOf(toPlainNotation(number));
    if (digits === '') return [];
    const candidates = byEnd.get(endOf(digits)) ?? [];
    // Most numbers of a large conference belong to no contact, and a key takes a while to make.
    if (candidates.length === 0) return [];
    const key = numbers.keyOf(number);
    return candidates.filter((contact) =>
      contact.numbers.some((other) => numbers.keyOf(other.number) === key),
    );
  }

  return {
    search: (text) => {
      const words = splitWords(text);
      if (words.length === 0) return [...contacts];
      const matches = words.map(toMatcher);
      const isFullNumber = digitsOf(toPlainNotation(text)).length >= MIN_FULL_NUMBER;
      const same = new Set(isFullNumber && !/\p{L}/u.test(text) ? findByNumber(text) : []);
      const found = entries.filter(
        (entry) => same.has(entry.contact) || matches.every((isIn) => isIn(entry)),
      );
      const [first = ''] = words;
      const rank = ({ contact, text: own }: Entry): number =>
        (contact.isFavorite ? 0 : 2) + (own.startsWith(first) ? 0 : 1);
      const ranks = [0, 1, 2, 3].map((wanted) => found.filter((entry) => rank(entry) === wanted));
      return ranks.flat().map(({ contact }) => contact);
    },
    findName: (number) => {
      const names = new Set(findByNumber(number).map(({ name }) => name));
      const [name] = names;
      return names.size === 1 ? name : undefined;
    },
  };
}

/** Whether the name or address of somebody contains every typed word, as for a contact. */
export function createPersonFilter(
  text: string,
): (person: Pick<SuggestedPerson, 'name' | 'address'>) => boolean {
  const matches = splitWords(text).map(toMatcher);
  return ({ name, address }) => {
    const texts = { text: fold(`${name}\n${address}`), digits: [readDigits(address)] };
    return matches.every((isIn) => isIn(texts));
  };
}

/**
 * Equal for two contacts with the same content, so that a favorite remains one when its file is
 * imported again.
 */
export function toContactId({ name, company = '', numbers }: ParsedContact): string {
  const content = JSON.stringify([name, company, numbers.map(({ number }) => number)]);
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

function toSearchText({ name, company = '' }: Contact): string {
  return fold(`${name}\n${company}`);
}

/** In lower case and without accents, so that `zoe` finds Zoë. */
function fold(text: string): string {
  return (isPlain(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
}

function splitWords(text: string): string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

function toMatcher(word: string): (texts: SearchTexts) => boolean {
  // The trunk prefix 0 is missing in the international notation.
  const digits = digitsOf(toPlainNotation(word)).replace(/^0+(?=\d)/, '');
  const isNumber = digits !== '' && !/\p{L}/u.test(word);
  return ({ text, digits: numbers }) =>
    text.includes(word) || (isNumber && numbers.some((number) => number.includes(digits)));
}

/** Most texts are ASCII, and normalizing the others takes ten times as long. */
function readDigits(number: string): string {
  return digitsOf(isPlain(number) ? number : toPlainNotation(number));
}

function isPlain(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

function endOf(digits: string): string {
  return digits.slice(-MIN_FULL_NUMBER);
}
