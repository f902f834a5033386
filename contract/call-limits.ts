// Separate from the schemas, since the window loads no validator.

/** The maximum length of a number, a network ID, or the ID or name of a conference, in characters. */
export const MAX_ADDRESS = 200;
/** The maximum length of the key of attached data, in characters. */
export const MAX_DATA_KEY = 200;
/** The maximum length of a value of attached data, in characters. */
export const MAX_DATA_VALUE = 4_000;
/** The maximum length of a sentence to say, or of the address of a file to play, in characters. */
export const MAX_PLAYED = 1_000;
