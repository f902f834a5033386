import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, projectRoot } from './folders.mjs';
import { runStep } from './step.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

/** The download fails if it receives nothing for this long, in milliseconds. */
const STALL_LIMIT = 20_000;
/** A failed download is not repeated for this long, in milliseconds: a day. */
const RETRY_AFTER = 24 * 60 * 60 * 1000;

const packageFolder = join(projectRoot, 'node_modules', 'electron');

/** @param {string} path */
async function readText(path) {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch {
    return undefined;
  }
}

/** The binary of the `electron` package, or undefined if there is none. */
export async function findOfficialElectron() {
  const version = await readText(join(packageFolder, 'dist', 'version'));
  const path = await readText(join(packageFolder, 'path.txt'));
  if (!version || !path) return undefined;
  const executable = join(packageFolder, 'dist', path);
  return existsSync(executable) ? { executable, version: version.replace(/^v/, '') } : undefined;
}

/** @param {string} folder */
async function folderSize(folder) {
  let size = 0;
  for (const entry of await readdir(folder, { recursive: true }).catch(() => [])) {
    size += (await stat(join(folder, entry)).catch(() => undefined))?.size ?? 0;
  }
  return size;
}

/**
 * Runs the package's installer, with downloads in `temporary`, and stops it when neither that folder nor
 * its target grows any more. Returns whether it succeeded.
 *
 * @param {string} temporary
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>}
 */
async function runInstaller(temporary, signal) {
  const installer = spawn(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: 'ignore',
    signal,
    env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
  });
  let size = 0;
  let grewAt = Date.now();
  const killIfStalled = async () => {
    const now = (await folderSize(temporary)) + (await folderSize(join(packageFolder, 'dist')));
    if (now !== size) grewAt = Date.now();
    size = now;
    if (Date.now() - grewAt > STALL_LIMIT) installer.kill();
  };
  const watch = setInterval(() => void killIfStalled(), 1000);
  const isDone = await new Promise((resolve) => {
    installer.once('error', () => resolve(false));
    installer.once('close', (code) => resolve(code === 0));
  });
  clearInterval(watch);
  return isDone;
}

/**
 * Downloads the official binary with the installer of the `electron` package, which verifies it with the
 * hashes in the package. A failure is remembered for a day, so that a machine without access does not wait
 * at every start.
 *
 * @param {string} version of the `electron` package
 */
export async function downloadOfficialElectron(version) {
  const note = join(cacheFolder(), `electron-${version}-not-downloadable`);
  const failedAt = (await stat(note).catch(() => undefined))?.mtimeMs ?? 0;
  if (Date.now() - failedAt < RETRY_AFTER) return undefined;
  const options = { limit: 900, remedy: '' };
  const isDone = await runStep(`Downloading Electron ${version}`, options, (signal) =>
    withTemporaryFolder('electron', (temporary) => runInstaller(temporary, signal)),
  );
  if (isDone) return findOfficialElectron();
  await mkdir(cacheFolder(), { recursive: true });
  await writeFile(
    note,
    'The download is tried again after a day. Delete this file to try earlier.\n',
  );
  return undefined;
}
