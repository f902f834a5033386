/** How long after a change a press or a key may still be meant for what was there before, in ms. */
export const SETTLE_MS = 400;
