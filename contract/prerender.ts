import type { Snapshot } from './snapshot';

/**
 * Draws the window for a snapshot as markup, with the window's own components. The main process
 * loads it by path, from the build of `renderer/prerender.tsx`.
 */
export type DrawWindow = (snapshot: Snapshot) => string;
