/** What can be done to a call, and the dialogs that ask for what it needs. */
export const gestures = {};
