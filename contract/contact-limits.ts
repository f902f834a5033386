// Separate from the schemas, since the window loads no validator.

/** The maximum number of contacts. */
export const MAX_CONTACTS = 10_000;
/** The maximum number of telephone numbers per contact. */
export const MAX_CONTACT_NUMBERS = 10;
/** The maximum length of a name or a company, in characters. */
export const MAX_CONTACT_NAME = 200;
/** The maximum length of a telephone number, in characters. */
export const MAX_CONTACT_NUMBER = 60;
/** The maximum size of a file of contacts, in bytes. Files with pictures are large. */
export const MAX_CONTACT_FILE = 32 * 1024 * 1024;
/** The maximum number of contacts that the window can request. */
export const MAX_CONTACT_PAGE = 200;

/** The kind of telephone of a number. */
export const NUMBER_LABELS = ['mobile', 'work', 'home', 'main'] as const;
export type NumberLabel = (typeof NUMBER_LABELS)[number];
