import { z } from 'zod';
import { lineSchema } from './call-model';
import { idSchema, sendableText } from './call-operations';
import { MAX_CONTACT_FILE, MAX_CONTACT_PAGE, type NumberLabel } from './contact-limits';

export interface ContactNumber {
  /** As it was written. */
  readonly number: string;
  readonly label?: NumberLabel | undefined;
}

/** Somebody who can be called, from the profile or from a file that was imported. */
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
  /** How many there are in all; more than `contacts` where the limit cut them. */
  readonly total: number;
  readonly imported: number;
  readonly fromProfile: number;
}

/** Somebody to call, one for each of their numbers. */
export interface SuggestedPerson {
  readonly name: string;
  /** A number, or a network ID. */
  readonly address: string;
  readonly company?: string | undefined;
  readonly label?: NumberLabel | undefined;
  readonly isFavorite: boolean;
  readonly source: Contact['source'] | 'history';
}

/** Why an entry of a file is not a contact. */
export type ContactMistake = 'no-name' | 'no-number' | 'unreadable';

/** What importing a file would do. */
export interface ContactPreview {
  readonly fileName: string;
  /** How many it would add. */
  readonly added: number;
  /** How many are contacts already. */
  readonly known: number;
  /** How many are left out because there would be too many. */
  readonly leftOut: number;
  /** The first of those that it would add. */
  readonly sample: readonly Pick<Contact, 'name' | 'company' | 'numbers'>[];
  /** The first of the entries that cannot be used, by the line on which they begin. */
  readonly mistakes: readonly { readonly line: number; readonly why: ContactMistake }[];
  readonly mistakeCount: number;
}

const searchText = sendableText.max(200);
const limit = z.number().int().min(1).max(MAX_CONTACT_PAGE);

export const contactQuerySchema = z.strictObject({ text: searchText, limit });
export const personQuerySchema = z.strictObject({ text: searchText, line: lineSchema, limit });

/** A dropped file. Without one the agent chooses a file in the desktop's own dialog. */
export const contactFileSchema = z
  .strictObject({
    fileName: z.string().max(300),
    content: z.instanceof(Uint8Array).refine(({ length }) => length <= MAX_CONTACT_FILE),
  })
  .optional();

export const favoriteSchema = z.strictObject({ contactId: idSchema, isFavorite: z.boolean() });
