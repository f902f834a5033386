import { parse } from 'csv-parse/sync';
import type { NumberLabel } from '../../contract/contact-limits';
import { toContact, type Entry, type ReadContacts, type ParsedContact } from './parsed-contact';

/** A row of a table, and the line on which it begins. */
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

type Column =
  | { readonly kind: 'name' | 'given' | 'family' | 'company' }
  | { readonly kind: 'number'; readonly label: NumberLabel | undefined }
  /** The kind of telephone of the number in another column. */
  | { readonly kind: 'label' }
  | { readonly kind: 'other' };

const SEPARATORS = [',', ';', '\t'] as const;
/** The separator that Google uses between several values in a cell, with spaces around it. */
const SEVERAL = ':::';

/**
 * Reads a table of contacts as exported by Google, Outlook and other address books. Columns are
 * identified by their headings. Without headings the first column is the name and the second the
 * number.
 */
export function readTable(text: string): ReadContacts {
  // The parser would count a line break of two characters twice within a cell.
  const { rows, mistakes } = readRows(text.replace(/\r\n?/g, '\n'));
  const [first, ...rest] = rows;
  if (first === undefined) return { contacts: [], mistakes };
  const headings = first.cells.map(toColumn);
  const hasHeadings = headings.some(isName) && headings.some(({ kind }) => kind === 'number');
  const columns = hasHeadings ? headings : PLAIN_COLUMNS;
  const contacts: ParsedContact[] = [];
  for (const { line, cells } of hasHeadings ? rest : rows) {
    const contact = toContact(toEntry(cells, columns));
    if (typeof contact === 'string') mistakes.push({ line, reason: contact });
    else contacts.push(contact);
  }
  mistakes.sort((one, other) => one.line - other.line);
  return { contacts, mistakes };
}

const PLAIN_COLUMNS: readonly Column[] = [
  { kind: 'name' },
  { kind: 'number', label: undefined },
  { kind: 'company' },
];

function readRows(text: string): { rows: Row[]; mistakes: ReadContacts['mistakes'][number][] } {
  const mistakes: ReadContacts['mistakes'][number][] = [];
  const records = parse(text, {
    delimiter: findSeparator(text),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      mistakes.push({ line: Number(error?.lines ?? 1), reason: 'unreadable' });
      return undefined;
    },
    // With `info`, each record is wrapped in an object, which the library's types do not show.
  }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[];
  const rows = records.map(({ record, info }): Row => {
    const breaks = record.join('').split('\n').length - 1;
    return { line: info.lines - breaks, cells: record };
  });
  return { rows, mistakes };
}

/** The separator that occurs most often in the first line. */
function findSeparator(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const count = (separator: string): number => line.split(separator).length;
  return SEPARATORS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

// Headings in the languages of the larger address books.
// cspell:disable
const NAMES = /^(full |display |contact )?name$|^(anzeigename|nom complet|nombre completo)$/;
const GIVEN = /^(first|given)[ -]?name$|^(first|given|vorname|prénom|nombre)$/;
const FAMILY = /^(last|family)[ -]?name$|^(surname|last|nachname|nom|apellidos?)$/;
const COMPANY =
  /^(company|organi[sz]ation|firma|société|empresa)( name)?$|^organi[sz]ation 1 - name$/;
const NUMBER = /phone|mobile|cell|\btel|number|telefon|handy|mobil|téléphone|teléfono|rufnummer/;
const NOT_A_NUMBER = /fax|pager|telex|\btty\b|customer|account|government|\bid\b/;
// cspell:enable

function toColumn(written: string): Column {
  const heading = written.replace(/[_*]/g, ' ').replace(/\s+/g, ' ').trim().toLowerCase();
  if (NAMES.test(heading)) return { kind: 'name' };
  if (GIVEN.test(heading)) return { kind: 'given' };
  if (FAMILY.test(heading)) return { kind: 'family' };
  if (COMPANY.test(heading)) return { kind: 'company' };
  if (!NUMBER.test(heading) || NOT_A_NUMBER.test(heading)) return { kind: 'other' };
  return / - (type|label)$/.test(heading)
    ? { kind: 'label' }
    : { kind: 'number', label: toLabel(heading) };
}

function toLabel(text: string): NumberLabel | undefined {
  if (/mobil|cell|handy/i.test(text)) return 'mobile';
  // cspell:disable-next-line
  if (/business|work|office|company|geschäft/i.test(text)) return 'work';
  // cspell:disable-next-line
  if (/home|privat/i.test(text)) return 'home';
  return /main|primary/i.test(text) ? 'main' : undefined;
}

function isName({ kind }: Column): boolean {
  return kind === 'name' || kind === 'given' || kind === 'family' || kind === 'company';
}

function toEntry(cells: readonly string[], columns: readonly Column[]): Entry {
  const textOf = (kind: Column['kind']): string =>
    cells.find((cell, index) => columns[index]?.kind === kind && cell.trim() !== '') ?? '';
  const numbers: Entry['numbers'][number][] = [];
  let named: NumberLabel | undefined;
  let isFax = false;
  cells.forEach((cell, index) => {
    const column = columns[index];
    if (column?.kind === 'label') {
      named = toLabel(cell);
      isFax = NOT_A_NUMBER.test(cell.toLowerCase());
    }
    if (column?.kind !== 'number' || isFax) return;
    const label = column.label ?? named;
    for (const number of cell.split(SEVERAL)) numbers.push({ number, label });
  });
  const composed = [textOf('given'), textOf('family')].filter(Boolean).join(' ');
  return { name: textOf('name').trim() || composed, company: textOf('company'), numbers };
}
