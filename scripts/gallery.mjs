// Usage: npm run gallery [-- --pictures [NAME...]]
// Serves the real window in every state on loopback, without the app. With --pictures, saves a picture of
// each state (or of those named) in light and dark to docs/screens instead.
import { createServer } from 'vite';
import { takePictures } from './gallery/take-pictures.mjs';
import { runMain, say, ScriptError } from './setup/say.mjs';

await runMain(async () => {
  const [flag, ...names] = process.argv.slice(2);
  if (flag !== undefined && flag !== '--pictures') {
    throw new ScriptError(`unknown argument ${flag}: the only one is --pictures [NAME...]`);
  }
  const isServing = flag === undefined;
  const server = await createServer({
    configFile: 'vite.gallery.config.ts',
    logLevel: 'warn',
    ...(!isServing && { server: { hmr: false, watch: null } }),
  });
  await server.listen();
  const [url = ''] = server.resolvedUrls?.local ?? [];
  if (isServing) {
    say(`The gallery is at ${url}. End it with Ctrl+C.`);
    await new Promise((resolve) => process.once('SIGINT', resolve));
  } else {
    const { STATES } =
      /** @type {{ STATES: readonly import("./gallery/take-pictures.mjs").GalleryState[] }} */ (
        await server.ssrLoadModule('/states.ts')
      );
    await takePictures(
      url,
      STATES.filter(({ name }) => names.length === 0 || names.includes(name)),
    );
  }
  await server.close();
});
