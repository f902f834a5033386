import type {
  Contact,
  ContactPage,
  ContactPreview,
  SuggestedPerson,
} from '../../contract/contacts';
import { MAX_CONTACTS } from '../../contract/contact-limits';
import { fail, succeed, type Result } from '../../contract/result';
import { createSerialQueue } from '../disk/serial-queue';
import type { Numbers } from '../numbers/numbers';
import type { ContactFile, SavedContacts } from './contact-file';
import { createPersonFilter, indexContacts, toContactId, type ContactIndex } from './contact-index';
import { readContacts } from './read-contacts';
import type { ParsedContact } from './parsed-contact';

/** A person in the history who can be called. */
export interface KnownPerson {
  readonly name: string;
  readonly address: string;
}

export type FindName = (number: string) => string | undefined;

/** The contacts of the profile and of imported files. Files are read only when needed. */
export interface Contacts {
  list(text: string, limit: number): Promise<ContactPage>;
  /**
   * People to suggest for a typed text: contacts, with an entry for each number, then people from
   * the history.
   */
  suggest(text: string, known: readonly KnownPerson[], limit: number): Promise<SuggestedPerson[]>;
  /** The name of the contact with this number; undefined until the contacts have been read. */
  readonly findName: FindName;
  /** The same, when the contacts have been read. Another function after each change. */
  readNames(): Promise<FindName>;
  /**
   * Previews the import of a file, which `importPreviewed` then carries out. Errors: `bad-input` if
   * it contains no contacts.
   */
  preview(fileName: string, content: Uint8Array): Promise<Result<ContactPreview>>;
  /** Errors: `gone` if no file was previewed, `not-saved`. */
  importPreviewed(): Promise<Result<null>>;
  /** Removes all imported contacts, and the favorites among them. Errors: `not-saved`. */
  removeImported(): Promise<Result<null>>;
  /** Errors: `gone`, `not-saved`. */
  setFavorite(contactId: string, isFavorite: boolean): Promise<Result<null>>;
}

export interface ContactsOptions {
  readonly file: ContactFile;
  readonly fromProfile: readonly ParsedContact[];
  readonly numbers: Numbers;
  /** Called when the names for the numbers of calls may have changed. */
  readonly onChange: () => void;
}

/** The loaded contacts. */
interface Book {
  readonly saved: SavedContacts;
  /** By name. */
  readonly contacts: readonly Contact[];
  readonly index: ContactIndex;
  readonly findName: FindName;
}

const SAMPLE = 5;
const MAX_MISTAKES = 100;
const byName = new Intl.Collator('en', { sensitivity: 'base' });

export function createContacts(options: ContactsOptions): Contacts {
  const { file, numbers, onChange } = options;
  const profileContacts = [...options.fromProfile].sort(compareNames);
  let book: Book | undefined;
  let reading: Promise<Book> | undefined;
  let previewed: readonly ParsedContact[] | undefined;
  const inTurn = createSerialQueue();

  async function build(saved: SavedContacts): Promise<Book> {
    const favorites = new Set(saved.favorites);
    const contacts = [
      ...profileContacts.map((contact) => toShown(contact, 'profile', favorites)),
      ...saved.imported.map((contact) => toShown(contact, 'imported', favorites)),
    ];
    const index = await indexContacts(contacts, numbers);
    return { saved, contacts, index, findName: remember((number) => index.findName(number)) };
  }

  function use(next: Book): void {
    book = next;
    if (next.contacts.length > 0) onChange();
  }

  function open(): Promise<Book> {
    if (book !== undefined) return Promise.resolve(book);
    reading ??= file
      .read()
      .then(build)
      .then((read) => {
        use(read);
        return read;
      });
    return reading;
  }

  function change(make: (book: Book) => Result<SavedContacts>): Promise<Result<null>> {
    return inTurn(async () => {
      const made = make(await open());
      if (!made.ok) return made;
      const written = await file.write(made.value);
      if (!written.ok) return written;
      use(await build(made.value));
      onChange();
      return written;
    });
  }

  return {
    list: async (text, limit) => {
      const { index, saved } = await open();
      const found = favoritesFirst(index.search(text));
      return {
        contacts: found.slice(0, limit),
        total: found.length,
        imported: saved.imported.length,
        fromProfile: profileContacts.length,
      };
    },
    suggest: async (text, known, limit) => {
      const { contacts, index } = await open();
      // Without a text, only favorites are suggested: an alphabetical list of all contacts would
      // not help.
      const found =
        text.trim() === '' ? contacts.filter(({ isFavorite }) => isFavorite) : index.search(text);
      const people = found.slice(0, limit).flatMap(toPeople);
      const keys = new Set(people.map(({ address }) => numbers.keyOf(address)));
      for (const { name, address } of known.filter(createPersonFilter(text))) {
        const key = numbers.keyOf(address);
        if (keys.has(key)) continue;
        keys.add(key);
        people.push({ name, address, isFavorite: false, source: 'history' });
      }
      return people.slice(0, limit);
    },
    findName: (number) => {
      if (book === undefined) void open();
      return book?.findName(number);
    },
    readNames: async () => (await open()).findName,
    preview: async (fileName, content) => {
      const { saved } = await open();
      const { contacts, mistakes } = await readContacts(content);
      if (contacts.length === 0 && mistakes.length === 0) {
        return fail({ code: 'bad-input', detail: fileName });
      }
      const known = new Set([...profileContacts, ...saved.imported].map(toContactId));
      const written = new Map(contacts.map((contact) => [toContactId(contact), contact] as const));
      const added = [...written].flatMap(([id, contact]) => (known.has(id) ? [] : [contact]));
      const room = Math.max(0, MAX_CONTACTS - saved.imported.length);
      const kept = added.slice(0, room);
      previewed = kept;
      return succeed({
        fileName,
        added: kept.length,
        known: written.size - added.length,
        leftOut: added.length - kept.length,
        sample: kept.slice(0, SAMPLE),
        mistakes: mistakes.slice(0, MAX_MISTAKES),
        mistakeCount: mistakes.length,
      });
    },
    importPreviewed: () =>
      change(({ saved }) => {
        if (previewed === undefined) return fail({ code: 'gone' });
        const imported = [...saved.imported, ...toSaved(previewed)].sort(compareNames);
        previewed = undefined;
        return succeed({ ...saved, imported: imported.slice(0, MAX_CONTACTS) });
      }),
    removeImported: () =>
      change(({ saved }) => {
        const fromProfile = new Set(profileContacts.map(toContactId));
        const favorites = saved.favorites.filter((id) => fromProfile.has(id));
        return succeed({ imported: [], favorites });
      }),
    setFavorite: (contactId, isFavorite) =>
      change(({ saved, contacts }) => {
        if (!contacts.some(({ id }) => id === contactId)) return fail({ code: 'gone' });
        const others = saved.favorites.filter((id) => id !== contactId);
        return succeed({ ...saved, favorites: isFavorite ? [...others, contactId] : others });
      }),
  };
}

/** Snapshots ask for the same numbers over and over. */
function remember(find: FindName): FindName {
  const names = new Map<string, string | undefined>();
  return (number) => {
    if (!names.has(number)) names.set(number, find(number));
    return names.get(number);
  };
}

function toShown(
  contact: ParsedContact,
  source: Contact['source'],
  favorites: ReadonlySet<string>,
): Contact {
  const id = toContactId(contact);
  return { ...contact, id, source, isFavorite: favorites.has(id) };
}

function toSaved(contacts: readonly ParsedContact[]): SavedContacts['imported'] {
  return contacts.map((contact) => ({
    ...contact,
    numbers: contact.numbers.map((number) => ({ ...number })),
  }));
}

function toPeople({ name, company, numbers, isFavorite, source }: Contact): SuggestedPerson[] {
  return numbers.map(({ number, label }) => ({
    name,
    address: number,
    ...(company !== undefined && { company }),
    ...(label !== undefined && { label }),
    isFavorite,
    source,
  }));
}

function favoritesFirst(contacts: readonly Contact[]): Contact[] {
  return [
    ...contacts.filter(({ isFavorite }) => isFavorite),
    ...contacts.filter(({ isFavorite }) => !isFavorite),
  ];
}

function compareNames(one: ParsedContact, other: ParsedContact): number {
  return byName.compare(one.name, other.name);
}
