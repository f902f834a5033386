import { mkdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import {
  MAX_CONTACT_NAME,
  MAX_CONTACT_NUMBER,
  MAX_CONTACT_NUMBERS,
  MAX_CONTACTS,
  NUMBER_LABELS,
} from '../../contract/contact-limits';
import type { AppError } from '../../contract/errors';
import { fail, succeed, type Result } from '../../contract/result';
import { codeOf, toDiskError } from '../disk/disk-error';
import { OWNER_ONLY, restrictToOwner } from '../disk/private-file';
import { writeAtomically } from '../disk/write-atomically';

const contactSchema = z.object({
  name: z.string().max(MAX_CONTACT_NAME),
  company: z.string().max(MAX_CONTACT_NAME).optional(),
  numbers: z
    .array(
      z.object({
        number: z.string().max(MAX_CONTACT_NUMBER),
        label: z.enum(NUMBER_LABELS).optional(),
      }),
    )
    .min(1)
    .max(MAX_CONTACT_NUMBERS),
});
const fileSchema = z.object({
  version: z.literal(1),
  /** By name. */
  imported: z.array(contactSchema).max(MAX_CONTACTS),
  /** The ids of the favorites. */
  favorites: z.array(z.string()),
});

/** The content of the file, version 1. */
export type SavedContacts = Omit<z.infer<typeof fileSchema>, 'version'>;

/** The storage of the imported contacts and the favorites. */
export interface ContactFile {
  read(): Promise<SavedContacts>;
  /** Replaces the complete content, or changes nothing. Errors: `not-saved`. */
  write(contacts: SavedContacts): Promise<Result<null>>;
}

const NOTHING: SavedContacts = { imported: [], favorites: [] };

/**
 * Keeps the contacts in a file that only its owner can read.
 *
 * @param onProblem called when the file cannot be used; the app continues without it
 */
export function createContactFile(
  file: string,
  onProblem: (problem: AppError) => void,
): ContactFile {
  /** It may be readable again later, so nothing must replace it. */
  let isUnreadable = false;

  async function read(): Promise<SavedContacts> {
    try {
      await restrictToOwner(file);
      const parsed = fileSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
      if (parsed.success) return parsed.data;
      return await putAside();
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return NOTHING;
      if (error instanceof SyntaxError) return putAside();
      isUnreadable = true;
      onProblem({ code: 'bad-input', detail: `${basename(file)} cannot be read` });
      return NOTHING;
    }
  }

  /** The damaged file is not overwritten, so that it can be repaired. */
  async function putAside(): Promise<SavedContacts> {
    const aside = `${file}.damaged`;
    await rename(file, aside).catch(() => undefined);
    const detail = `the contacts were damaged and are now ${basename(aside)}`;
    onProblem({ code: 'bad-input', detail });
    return NOTHING;
  }

  return {
    read,
    write: async (contacts) => {
      if (isUnreadable) return fail({ code: 'not-saved', detail: `${file} cannot be read` });
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeAtomically(file, JSON.stringify({ version: 1, ...contacts }), {
          mode: OWNER_ONLY,
        });
        return succeed(null);
      } catch (error) {
        return fail(toDiskError(error, file));
      }
    },
  };
}

/** Keeps the contacts in memory, for this run only. */
export function createMemoryContactFile(): ContactFile {
  let kept = NOTHING;
  return {
    read: () => Promise.resolve(kept),
    write: (contacts) => {
      kept = contacts;
      return Promise.resolve(succeed(null));
    },
  };
}
