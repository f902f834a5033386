import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './folders.mjs';
import { runNpm } from './run.mjs';
import { runStep } from './step.mjs';

/** By default, npm waits for minutes until it reports a registry as unreachable. */
export const PROMPT_RETRIES = [
  '--fetch-timeout=60000',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
];

/**
 * Whether the installed packages match the lock file.
 *
 * @param {{ packages: Record<string, any> }} wanted package-lock.json
 * @param {{ packages: Record<string, any> }} installed node_modules/.package-lock.json, npm's own record
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    // An optional package may be for another platform.
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** @param {string} path */
async function readJson(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs `npm ci` if node modules are missing or do not match the lock file. */
export async function ensureNodeModules(root = projectRoot) {
  const wanted = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const installed = await readJson(join(root, 'node_modules', '.package-lock.json'));
  if (installed && isInstalled(wanted, installed)) return;
  const options = {
    limit: 600,
    remedy: 'Check the network, and the registry and proxy that npm uses ("npm config list").',
  };
  await runStep('Installing node modules (npm ci)', options, (signal) =>
    runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', ...PROMPT_RETRIES], {
      cwd: root,
      signal,
    }),
  );
}
