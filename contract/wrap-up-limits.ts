// Apart from the schema, since the window loads no validator.

/** How long a note can be, in characters. */
export const MAX_NOTE = 2_000;
/** How long the name of an outcome can be, in characters. */
export const MAX_OUTCOME = 100;

/** The keys of the attached data under which the wrap-up of a call is attached; docs/profile.md has them. */
export const WRAP_UP_KEYS = { note: 'SidetoneNote', outcome: 'SidetoneOutcome' } as const;
