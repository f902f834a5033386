import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Snapshot } from '../../contract/snapshot';

/**
 * The markup of the window's first snapshot, drawn by the window's own components (contract/prerender.ts)
 * before the window has loaded any script. `root` is the folder of the built application. Chromium
 * gets a turn before each of the two steps, loading and drawing.
 *
 * @throws if the components cannot be loaded or drawn
 */
export async function drawFirst(root: string, snapshot: Snapshot): Promise<string> {
  const folder = join(root, 'main');
  await delay(1);
  const bundle: unknown = createRequire(join(folder, 'index.js'))('./prerender.js');
  await delay(1);
  if (typeof bundle !== 'object' || bundle === null || !('drawWindow' in bundle)) {
    throw new Error('The bundle does not draw the window.');
  }
  const { drawWindow } = bundle;
  const markup: unknown =
    typeof drawWindow === 'function' ? Reflect.apply(drawWindow, undefined, [snapshot]) : undefined;
  return String(markup);
}
