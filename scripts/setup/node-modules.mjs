import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './folders.mjs';
import { runNpm } from './run.mjs';
import { say } from './say.mjs';

/**
 * Whether what npm installed is what the lock file asks for.
 *
 * @param {{ packages: Record<string, any> }} wanted package-lock.json
 * @param {{ packages: Record<string, any> }} installed node_modules/.package-lock.json, npm's own record
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    // An optional package may be meant for another platform.
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

async function readJson(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Installs the node modules by `npm ci` when they are missing or not those of the lock file. */
export async function ensureNodeModules(root = projectRoot) {
  const wanted = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const installed = await readJson(join(root, 'node_modules', '.package-lock.json'));
  if (installed && isInstalled(wanted, installed)) return;
  say('Installing node modules (npm ci)');
  await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root });
}
