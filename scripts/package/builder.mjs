import { cp, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { projectRoot } from '../setup/folders.mjs';
import { runOrFail } from '../setup/run.mjs';
import { withTemporaryFolder } from '../setup/temporary-folder.mjs';
import { checkSettings } from './plan.mjs';

const SETTINGS = join(projectRoot, 'electron-builder.yml');
/** @type {Partial<Record<NodeJS.Platform, string>>} */
const PLATFORM_FLAGS = { darwin: '--mac', linux: '--linux', win32: '--win' };

/**
 * @param {string[]} targets
 * @param {string} settings
 * @param {NodeJS.ProcessEnv} environment
 */
function runBuilder(targets, settings, environment = {}) {
  const tool = join(projectRoot, 'node_modules', 'electron-builder', 'cli.js');
  const parameters = [PLATFORM_FLAGS[process.platform] ?? '', ...targets, '--config', settings];
  return runOrFail(process.execPath, [tool, ...parameters, '--publish', 'never'], {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
  });
}

/**
 * Copies a runtime without its default app.
 *
 * @param {string} from
 * @param {string} to
 */
function copyRuntime(from, to) {
  const left = ['default_app.asar', 'sidetone-runtime', 'version'];
  return cp(from, to, { recursive: true, filter: (path) => !left.includes(basename(path)) });
}

/**
 * Builds packages for users: electron-builder downloads the official Electron and its own tools.
 *
 * @param {{ targets: string[] }} plan
 */
export function buildRelease({ targets }) {
  return runBuilder(targets, SETTINGS);
}

/**
 * Builds a check from the given runtime, with this system's tools instead of downloads.
 *
 * @param {{ targets: string[], output: string }} plan
 * @param {{ executable: string, version: string }} electron
 */
export function buildCheck({ targets, output }, { executable, version }) {
  return withTemporaryFolder('package', async (work) => {
    const runtime = join(work, 'runtime');
    await copyRuntime(dirname(executable), runtime);
    const settings = join(work, 'check.json');
    await writeFile(
      settings,
      JSON.stringify(checkSettings({ base: SETTINGS, version, runtime, output })),
    );
    await runBuilder(targets, settings, {
      CUSTOM_FPM_PATH: join(projectRoot, 'scripts', 'package', 'fpm-dpkg.mjs'),
      ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
      ELECTRON_BUILDER_COMPRESSION_LEVEL: '1',
    });
  });
}
