/** The maximum length of an error that the window reports, in characters. */
export const MAX_REPORTED_ERROR = 4_000;
