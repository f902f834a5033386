/** Shortcuts and the palette of commands. */
export const palette = {};
