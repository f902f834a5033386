import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Snapshot } from '../../contract/snapshot';

/**
 * The markup of the window's first snapshot, drawn by the window's own components (contract/prerender.ts)
 * before the window has loaded any script. `root` is the folder of the built application.
 *
 * @throws if the components cannot be loaded or drawn
 */
export function drawFirst(root: string, snapshot: Snapshot): string {
  const folder = join(root, 'main');
  const bundle: unknown = createRequire(join(folder, 'index.js'))('./prerender.js');
  if (typeof bundle !== 'object' || bundle === null || !('drawWindow' in bundle)) {
    throw new Error('The bundle does not draw the window.');
  }
  const { drawWindow } = bundle;
  const markup: unknown =
    typeof drawWindow === 'function' ? Reflect.apply(drawWindow, undefined, [snapshot]) : undefined;
  return String(markup);
}
