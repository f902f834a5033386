// Separate from the schema, since the window loads no validator.

/** The maximum length of a note, in characters. */
export const MAX_NOTE = 2_000;
/** The maximum length of the name of an outcome, in characters. */
export const MAX_OUTCOME = 100;

/** The keys of attached data for the wrap-up of a call, documented in docs/profile.md. */
export const WRAP_UP_KEYS = { note: 'SidetoneNote', outcome: 'SidetoneOutcome' } as const;
