/** The maximum length of the JSON of a profile in a link. */
export const MAX_PROPOSAL = 8_000;
