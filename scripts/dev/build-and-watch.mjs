import { say } from '../setup/say.mjs';

/**
 * Builds a part of the app, with source maps, and builds it again whenever its sources change.
 * Resolves after the first build. An error in the sources is printed, and the next change starts another
 * build.
 *
 * @param {import('vite').InlineConfig} config
 * @param {string} outDir
 * @param {() => void} onRebuilt
 * @returns {Promise<{ close: () => Promise<void> }>}
 */
export async function buildAndWatch(config, outDir, onRebuilt) {
  const { build } = await import('vite');
  const watcher = /** @type {import('rolldown').RolldownWatcher} */ (
    await build({
      ...config,
      build: {
        ...config.build,
        outDir,
        minify: false,
        license: false,
        sourcemap: 'inline',
        watch: {},
      },
    })
  );
  await new Promise((resolve) => {
    let isBuilt = false;
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') say(event.error.message);
      if (event.code === 'BUNDLE_END') {
        if (isBuilt) onRebuilt();
        isBuilt = true;
        resolve(undefined);
      }
    });
  });
  return watcher;
}
