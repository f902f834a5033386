import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { MAX_CONTACT_FILE } from '../../contract/contact-limits';
import type { ContactPreview } from '../../contract/contacts';
import { fail, succeed, type Result } from '../../contract/result';
import type { Contacts } from '../contacts/contacts';
import type { Handlers } from '../ipc/request-listeners';
import type { History } from '../journal/history';

type ContactHandlers = Pick<
  Handlers,
  | 'suggestPeople'
  | 'listContacts'
  | 'previewContacts'
  | 'importContacts'
  | 'removeContacts'
  | 'setFavorite'
>;

/** The contacts and known people of a session. */
interface People {
  readonly history: History | undefined;
  readonly contacts: Contacts | undefined;
}

const NONE = fail({ code: 'not-configured' });

/**
 * The handlers for contacts. Without a profile there are no contacts.
 *
 * @param chooseFile asks the agent for a file; undefined if none is chosen
 */
export function createContactHandlers(
  findPeople: () => People,
  chooseFile: () => Promise<string | undefined>,
): ContactHandlers {
  async function preview(contacts: Contacts, file: string): Promise<Result<ContactPreview | null>> {
    const content = await readLimited(file);
    return content === undefined
      ? fail({ code: 'bad-input', detail: basename(file) })
      : contacts.preview(basename(file), content);
  }

  return {
    suggestPeople: async ({ text, line, limit }) => {
      const { contacts, history } = findPeople();
      if (contacts === undefined) return succeed([]);
      const known = await history?.listPeople(line);
      const people = known?.ok === true ? known.value : [];
      return succeed(await contacts.suggest(text, people, limit));
    },
    listContacts: async ({ text, limit }) => {
      const { contacts } = findPeople();
      return contacts === undefined ? NONE : succeed(await contacts.list(text, limit));
    },
    previewContacts: async (dropped) => {
      const { contacts } = findPeople();
      if (contacts === undefined) return NONE;
      if (dropped !== undefined) return contacts.preview(dropped.fileName, dropped.content);
      const file = await chooseFile();
      return file === undefined ? succeed(null) : preview(contacts, file);
    },
    importContacts: () => findPeople().contacts?.importPreviewed() ?? NONE,
    removeContacts: () => findPeople().contacts?.removeImported() ?? NONE,
    setFavorite: ({ contactId, isFavorite }) =>
      findPeople().contacts?.setFavorite(contactId, isFavorite) ?? NONE,
  };
}

/** Undefined where the file cannot be read or is too large. */
async function readLimited(file: string): Promise<Uint8Array | undefined> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      return size > MAX_CONTACT_FILE ? undefined : await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}
