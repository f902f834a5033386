import type { Snapshot } from './snapshot';

/**
 * Draws the window for a snapshot as markup, with the window's own components. The main process loads it
 * by path, from what is built of `renderer/prerender.tsx`.
 */
export type DrawWindow = (snapshot: Snapshot) => string;
