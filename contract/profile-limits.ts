// Separate from the schemas, since the window loads no validator.

/** The maximum length of a text in a field of the profile, in characters: no field allows more. */
export const MAX_FIELD_LENGTH = 2_000;
