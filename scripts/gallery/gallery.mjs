import { build, createServer, preview, runnerImport } from 'vite';
import { say } from '../setup/say.mjs';
import { takePictures } from './take-pictures.mjs';

const CONFIG = { configFile: 'vite.gallery.config.ts', logLevel: /** @type {const} */ ('warn') };

/** Serves the gallery until Ctrl+C. */
export async function serve() {
  const server = await createServer(CONFIG);
  await server.listen();
  say(`The gallery is at ${server.resolvedUrls?.local[0] ?? ''}. Press Ctrl+C to stop it.`);
  await new Promise((resolve) => process.once('SIGINT', resolve));
  await server.close();
}

/**
 * @typedef {{ STATES: readonly import('./take-pictures.mjs').GalleryState[] }} StatesModule
 * @typedef {{ VIEWS: readonly import('./take-pictures.mjs').GalleryView[] }} ViewsModule
 * @typedef {{ reachState: (page: import('playwright-core').Page, name: string) => Promise<void> }} ReachModule
 */

/**
 * Built first, so that each of the many pages is loaded at once.
 *
 * @param {readonly string[]} names all states if there are none
 */
export async function savePictures(names) {
  const { STATES: states } = /** @type {StatesModule} */ (await load('states.ts'));
  const { VIEWS: views } = /** @type {ViewsModule} */ (await load('views.ts'));
  const { reachState } = /** @type {ReachModule} */ (await load('reach-state.ts'));
  const shown = states.filter(({ name }) => names.length === 0 || names.includes(name));
  await build(CONFIG);
  const server = await preview(CONFIG);
  try {
    await takePictures(server.resolvedUrls?.local[0] ?? '', shown, views, reachState);
  } finally {
    await server.close();
  }
}

/**
 * @param {string} file
 * @returns {Promise<unknown>}
 */
async function load(file) {
  const { module } = await runnerImport(`./test/gallery/${file}`, { configFile: false });
  return module;
}
