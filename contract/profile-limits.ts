// Separate from the schemas, since the window loads no validator.

/** The maximum size of a profile file that is dropped into the window, in bytes. */
export const MAX_PROFILE_BYTES = 1024 * 1024;
/** The maximum length of the name of a profile, in characters. */
export const MAX_PROFILE_NAME = 80;
/** The maximum length of a text in a field of the profile, in characters: no field allows more. */
export const MAX_FIELD_LENGTH = 2_000;
