import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../setup/say.mjs';
import { startAppRunner } from './app-runner.mjs';
import { buildAndWatch } from './build-and-watch.mjs';
import { startWindowServer } from './window-server.mjs';

/** Node maps stack traces to the sources only for modules that are loaded after this call. */
const ENTRY = "process.setSourceMapsEnabled(true);\nrequire('./out/main/index.js');\n";

/**
 * Makes `out/dev`, laid out like an installed app. It has a different name, so that it does not use the data
 * of an installed Sidetone and does not count as a second launch of it.
 *
 * @param {string} root of the sources
 * @returns {Promise<string>} the folder
 */
async function makeAppFolder(root) {
  const folder = join(root, 'out', 'dev');
  const built = join(folder, 'out');
  await mkdir(built, { recursive: true });
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({
      name: 'sidetone-dev',
      productName: 'Sidetone Dev',
      version: manifest.version,
      main: 'start.js',
    }),
  );
  await writeFile(join(folder, 'start.js'), ENTRY);
  await cp(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  await cp(join(root, 'build', 'tray'), join(built, 'tray'), { recursive: true });
  const simulator = join(root, 'out', 'simulator');
  if (existsSync(simulator)) await cp(simulator, join(built, 'simulator'), { recursive: true });
  return folder;
}

/**
 * Runs the app from its sources until it is quit.
 *
 * @param {string} root of the sources
 * @param {string} executable Electron's
 * @param {{ electron: string[], app: string[] }} flags
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} the app's exit code
 */
export async function runDev(root, executable, flags, environment) {
  // The paths in electron.vite.config.ts are relative.
  process.chdir(root);
  const folder = await makeAppFolder(root);
  const { resolveConfig } = await import('electron-vite');
  const { config } = await resolveConfig({ root, logLevel: 'warn' }, 'serve', 'development');
  if (!config?.renderer) throw new Error('electron.vite.config.ts could not be read.');
  const server = await startWindowServer(config.renderer, join(folder, 'vite'));
  /** @type {() => void} */
  let restart = () => undefined;
  const parts = await Promise.all(
    /** @type {const} */ (['main', 'preload']).map((part) =>
      buildAndWatch(config[part] ?? {}, join(folder, 'out', part), () => {
        say(`${part} was rebuilt: restarting the app`);
        restart();
      }),
    ),
  );
  const app = startAppRunner(executable, [...flags.electron, folder, ...flags.app], {
    ...environment,
    // Set by some editors; it would make Electron behave like Node.js.
    ELECTRON_RUN_AS_NODE: undefined,
    SIDETONE_DEV_SERVER: server.url,
    SIDETONE_DEV_NONCE: server.nonce,
  });
  restart = app.restart;
  try {
    return await app.ended;
  } finally {
    await Promise.all([server.close(), ...parts.map((part) => part.close())]);
  }
}
