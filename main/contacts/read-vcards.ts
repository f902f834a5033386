import type { NumberLabel } from '../../contract/contact-limits';
import { readParts } from '../numbers/number-parts';
import { readContentLines, splitValue, unescapeValue, type ContentLine } from './content-lines';
import { toContact, type Entry, type ReadContacts, type ParsedContact } from './parsed-contact';

/** A card that is being parsed. */
interface Card {
  readonly line: number;
  readonly values: Map<string, string>;
  readonly numbers: Entry['numbers'][number][];
}

const LABELS: readonly (readonly [type: string, label: NumberLabel])[] = [
  ['CELL', 'mobile'],
  ['IPHONE', 'mobile'],
  ['MAIN', 'main'],
  ['WORK', 'work'],
  ['HOME', 'home'],
];
/** Telephone types without a person who answers. */
const NOT_CALLED = ['FAX', 'PAGER', 'MODEM', 'BBS'];

/**
 * Reads the cards of a file: vCard 2.1 (versit), 3.0 (RFC 2426) and 4.0 (RFC 6350). Only names, companies
 * and telephone numbers are kept.
 */
export function readVcards(text: string): ReadContacts {
  const contacts: ParsedContact[] = [];
  const mistakes: ReadContacts['mistakes'][number][] = [];
  /** The open cards. A card can contain another one, such as version 2.1's AGENT. */
  let open: Card[] = [];

  function end(card: Card): void {
    const contact = toContact(toEntry(card));
    if (typeof contact === 'string') mistakes.push({ line: card.line, reason: contact });
    else contacts.push(contact);
  }

  for (const content of readContentLines(text)) {
    const { name, value, line } = content;
    const isCard = value.trim().toUpperCase() === 'VCARD';
    if (name === 'BEGIN' && isCard) open.push({ line, values: new Map(), numbers: [] });
    else if (name === 'END' && isCard) {
      const card = open.pop();
      if (card !== undefined && open.length === 0) end(card);
    } else if (open.length === 1 && open[0] !== undefined) add(open[0], content);
  }
  // The file ended in the middle of a card.
  const [unfinished] = open;
  open = [];
  if (unfinished !== undefined) mistakes.push({ line: unfinished.line, reason: 'unreadable' });
  return { contacts, mistakes };
}

function add(card: Card, content: ContentLine): void {
  const { name, value, parameters } = content;
  if (name === 'TEL') {
    const types = parameters.get('TYPE') ?? [];
    if (types.some((type) => NOT_CALLED.includes(type))) return;
    card.numbers.push({ number: toNumber(unescapeValue(value)), label: labelOf(types) });
  } else if (!card.values.has(name)) card.values.set(name, value);
}

function toEntry({ values, numbers }: Card): Entry {
  const [family = '', given = '', middle = ''] = splitValue(values.get('N') ?? '');
  const fullName = unescapeValue(values.get('FN') ?? '').trim();
  return {
    name:
      fullName ||
      [given, middle, family].filter(Boolean).join(' ') ||
      unescapeValue(values.get('NICKNAME') ?? ''),
    company: splitValue(values.get('ORG') ?? '')[0] ?? '',
    numbers,
  };
}

/** A longer one contains no number that can be used. */
const MAX_URI = 1_000;

/** Version 4.0 writes numbers as addresses: `tel:+1-212-555-0100;ext=5` (RFC 3966). */
function toNumber(written: string): string {
  if (written.length > MAX_URI || !/^\s*tel:/i.test(written)) return written;
  const { number, extension } = readParts(written);
  return extension === undefined ? number : `${number} ext. ${extension}`;
}

function labelOf(types: readonly string[]): NumberLabel | undefined {
  return LABELS.find(([type]) => types.includes(type))?.[1];
}
