import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './folders.mjs';
import { writeLicenses } from './licenses.mjs';
import { runOrFail } from './run.mjs';
import { say } from './say.mjs';

const TOOLS = ['package-lock.json', 'tsconfig.base.json', 'scripts/setup/licenses.mjs'];

/**
 * @param {string} root
 * @param {string} config
 */
function runVite(root, config) {
  return runTool(root, 'vite/bin/vite.js', ['build', '--config', config, '--logLevel', 'warn']);
}

/** @type {Record<'app' | 'simulator' | 'bench', { sources: string[], build: (root: string) => Promise<unknown> }>} */
export const PARTS = {
  app: {
    sources: [
      'contract',
      'main',
      'preload',
      'renderer',
      'docs/guide.md',
      'docs/keyboard.md',
      'build/tray',
      'electron.vite.config.ts',
    ],
    build: async (root) => {
      await runTool(root, 'electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']);
      // The main process loads these as files, because desktops look up icon sizes by file name.
      await rm(join(root, 'out', 'tray'), { recursive: true, force: true });
      await cp(join(root, 'build', 'tray'), join(root, 'out', 'tray'), { recursive: true });
    },
  },
  simulator: {
    sources: ['simulator', 'vite.simulator.config.ts'],
    build: (root) => runVite(root, 'vite.simulator.config.ts'),
  },
  bench: {
    sources: [
      'contract',
      'main',
      'simulator',
      'test/bench',
      'test/fleet',
      'test/chaos/random.ts',
      'vite.bench.config.ts',
    ],
    build: (root) => runVite(root, 'vite.bench.config.ts'),
  },
};

/**
 * @param {string} root
 * @param {string} path
 * @param {string[]} parameters
 */
function runTool(root, path, parameters) {
  const tool = join(root, 'node_modules', path);
  return runOrFail(process.execPath, [tool, ...parameters], { cwd: root });
}

/** @param {string} path */
async function listFiles(path) {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}

/**
 * A hash over the names and contents of all files at the paths.
 *
 * @param {string} root
 * @param {string[]} paths
 */
export async function hashSources(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await listFiles(join(root, path))) {
      hash.update(`${file.slice(root.length)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

/**
 * Bundles the app, the simulator or the benchmarks (PARTS) into `out/` if their sources have changed.
 * Throws a ScriptError with the output of the build tool if it fails.
 *
 * @param {('app' | 'simulator' | 'bench')[]} [parts]
 */
export async function build(parts = ['app', 'simulator'], root = projectRoot) {
  for (const part of parts) {
    const { sources, build: buildPart } = PARTS[part];
    const wanted = await hashSources(root, [...sources, ...TOOLS]);
    const stamp = join(root, 'out', 'stamps', part);
    if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) continue;
    say(`Building the ${part}`);
    await buildPart(root);
    await writeLicenses(root);
    await mkdir(join(root, 'out', 'stamps'), { recursive: true });
    await writeFile(stamp, wanted);
  }
}
