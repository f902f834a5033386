// Apart from the schemas, since the window loads no validator.

/** How many contacts are kept at most. */
export const MAX_CONTACTS = 10_000;
/** How many telephone numbers of one contact are kept. */
export const MAX_CONTACT_NUMBERS = 10;
/** How long a name or a company can be, in characters. */
export const MAX_CONTACT_NAME = 200;
/** How long a telephone number can be, in characters. */
export const MAX_CONTACT_NUMBER = 60;
/** How large a file of contacts can be, in bytes: with pictures, they are large. */
export const MAX_CONTACT_FILE = 32 * 1024 * 1024;
/** How many contacts the window can ask for at most. */
export const MAX_CONTACT_PAGE = 200;

/** What kind of telephone a number is. */
export const NUMBER_LABELS = ['mobile', 'work', 'home', 'main'] as const;
export type NumberLabel = (typeof NUMBER_LABELS)[number];
