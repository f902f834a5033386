/** The maximum length of a text to search for, in characters. */
export const MAX_SEARCH = 200;
