// Usage: npm run gallery [-- --pictures [NAME...]]
// Serves the real window in every state on loopback, without the app. With --pictures, saves a picture of
// each state (or of those named) to docs/screens instead: in light and dark, and the most important ones also
// in other sizes, in forced colors, from right to left and with longer words.
import { ensureNodeModules } from './setup/node-modules.mjs';
import { runMain, ScriptError } from './setup/say.mjs';

await runMain(async () => {
  const [flag, ...names] = process.argv.slice(2);
  if (flag !== undefined && flag !== '--pictures') {
    throw new ScriptError(`unknown argument ${flag}: the only one is --pictures [NAME...]`);
  }
  await ensureNodeModules();
  const { savePictures, serve } = await import('./gallery/gallery.mjs');
  await (flag === undefined ? serve() : savePictures(names));
});
