/** The recorder and the calls that are over. */
export const recordings = {};
