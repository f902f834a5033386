/** What happened, from the journal. */
export const history = {};
