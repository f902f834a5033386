import type { ContactMistake, ContactNumber } from '../../contract/contacts';
import {
  MAX_CONTACT_NAME,
  MAX_CONTACT_NUMBER,
  MAX_CONTACT_NUMBERS,
  type NumberLabel,
} from '../../contract/contact-limits';
import { cleanText } from '../../contract/text';

/** A contact as written in a file. */
export interface ParsedContact {
  readonly name: string;
  readonly company?: string | undefined;
  readonly numbers: readonly ContactNumber[];
}

/** The result of reading a file. */
export interface ReadContacts {
  readonly contacts: readonly ParsedContact[];
  /** `line` starts at 1. */
  readonly mistakes: readonly { readonly line: number; readonly reason: ContactMistake }[];
}

/** An entry of a file, not validated yet. */
export interface Entry {
  readonly name: string;
  readonly company: string;
  readonly numbers: readonly { readonly number: string; readonly label: NumberLabel | undefined }[];
}

/** The contact of an entry, shortened to the limits, or why the entry cannot be used. */
export function toContact(entry: Entry): ParsedContact | ContactMistake {
  const company = toLine(entry.company);
  const name = toLine(entry.name) || company;
  const numbers = toNumbers(entry.numbers);
  if (name === '') return numbers.length === 0 ? 'unreadable' : 'no-name';
  if (numbers.length === 0) return 'no-number';
  return { name, ...(company !== '' && company !== name && { company }), numbers };
}

function toNumbers(written: Entry['numbers']): ContactNumber[] {
  const numbers = new Map<string, ContactNumber>();
  for (const { number, label } of written) {
    const cleaned = cleanText(number).trim();
    const isUsable = /\p{Nd}/u.test(cleaned) && cleaned.length <= MAX_CONTACT_NUMBER;
    if (isUsable && !numbers.has(cleaned)) {
      numbers.set(cleaned, { number: cleaned, ...(label !== undefined && { label }) });
    }
  }
  return [...numbers.values()].slice(0, MAX_CONTACT_NUMBERS);
}

function toLine(text: string): string {
  return Array.from(cleanText(text).replace(/\s+/g, ' ').trim())
    .slice(0, MAX_CONTACT_NAME)
    .join('');
}
