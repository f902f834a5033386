import { z } from 'zod';
import { lineSchema } from './call-model';
import { idSchema, sendableText } from './call-operations';
import { MAX_CONTACT_FILE, MAX_CONTACT_PAGE, type NumberLabel } from './contact-limits';
import { MAX_SEARCH } from './search-limit';

export interface ContactNumber {
  /** As it was written. */
  readonly number: string;
  readonly label?: NumberLabel | undefined;
}

/** A contact from the profile or an imported file. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly company?: string | undefined;
  readonly numbers: readonly ContactNumber[];
  readonly source: 'profile' | 'imported';
  readonly isFavorite: boolean;
}

export interface ContactPage {
  /** Favorites first, then by name. */
  readonly contacts: readonly Contact[];
  /** The total number, which exceeds `contacts` if the limit was reached. */
  readonly total: number;
  readonly imported: number;
  readonly fromProfile: number;
}

/** A suggestion of somebody to call, one for each of their numbers. */
export interface SuggestedPerson {
  readonly name: string;
  /** A number, or a network ID. */
  readonly address: string;
  readonly company?: string | undefined;
  readonly label?: NumberLabel | undefined;
  readonly isFavorite: boolean;
  readonly source: Contact['source'] | 'history';
}

/** Why an entry of a file cannot be used. */
export type ContactMistake = 'no-name' | 'no-number' | 'unreadable';

/** A preview of importing a file. */
export interface ContactPreview {
  readonly fileName: string;
  /** The number of contacts to add. */
  readonly added: number;
  /** The number of entries that are already contacts. */
  readonly known: number;
  /** The number of contacts that exceed the limit and are left out. */
  readonly leftOut: number;
  /** The first contacts to add. */
  readonly sample: readonly Pick<Contact, 'name' | 'company' | 'numbers'>[];
  /** The first entries that cannot be used, each with the line on which it begins. */
  readonly mistakes: readonly { readonly line: number; readonly reason: ContactMistake }[];
  readonly mistakeCount: number;
}

const searchText = sendableText.max(MAX_SEARCH);
const limit = z.number().int().min(1).max(MAX_CONTACT_PAGE);

export const contactQuerySchema = z.strictObject({ text: searchText, limit });
export const personQuerySchema = z.strictObject({ text: searchText, line: lineSchema, limit });

/** A dropped file. Without one, the agent chooses a file in the desktop's native dialog. */
export const contactFileSchema = z
  .strictObject({
    fileName: z.string().max(300),
    content: z.instanceof(Uint8Array).refine(({ length }) => length <= MAX_CONTACT_FILE),
  })
  .optional();

export const favoriteSchema = z.strictObject({ contactId: idSchema, isFavorite: z.boolean() });
