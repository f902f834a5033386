import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The builds whose bundled libraries Vite lists (`build.license`). */
const BUNDLES = ['main', 'preload', 'renderer', 'simulator'];

const CHROMIUM = `Chromium and the libraries in it have licenses of their own. They are in the file
LICENSES.chromium.html, in the folder in which Sidetone is installed.`;

/** @param {string} path */
async function readJson(path) {
  return JSON.parse(await readFile(path, 'utf8'));
}

/**
 * The standard license text with the author's name, for a package without a license file.
 *
 * @param {string} root
 * @param {{ name: string, identifier: string | null }} entry
 */
async function standardText(root, { name, identifier }) {
  if (identifier !== 'MIT') throw new Error(`${name} has no text of its license (${identifier})`);
  const { author } = await readJson(join(root, 'node_modules', name, 'package.json'));
  const ours = await readFile(join(root, 'LICENSE'), 'utf8');
  return ours.replace(
    /^Copyright.*$/m,
    `Copyright (c) ${author?.name ?? author ?? `the authors of ${name}`}`,
  );
}

/**
 * Lists all third-party code in the package: the bundled libraries, and Electron with Chromium. Writes it
 * to `out/licenses/third-party.json`.
 *
 * @param {string} root
 */
export async function writeLicenses(root) {
  const lists = await Promise.all(
    BUNDLES.map((bundle) => readJson(join(root, 'out', bundle, 'licenses.json')).catch(() => [])),
  );
  const libraries = new Map(lists.flat().map((entry) => [`${entry.name} ${entry.version}`, entry]));
  const entries = await Promise.all(
    [...libraries.values()].map(async (entry) => ({
      name: entry.name,
      version: entry.version,
      license: entry.identifier,
      text: (entry.text ?? (await standardText(root, entry))).trim(),
    })),
  );
  const electron = join(root, 'node_modules', 'electron');
  const runtime = [
    {
      name: 'Electron',
      version: '',
      license: 'MIT',
      text: (await readFile(join(electron, 'LICENSE'), 'utf8')).trim(),
    },
    { name: 'Chromium', version: '', license: 'BSD-3-Clause and others', text: CHROMIUM },
  ];
  const sorted = entries.sort((one, other) => one.name.localeCompare(other.name, 'en'));
  await mkdir(join(root, 'out', 'licenses'), { recursive: true });
  await writeFile(
    join(root, 'out', 'licenses', 'third-party.json'),
    `${JSON.stringify([...runtime, ...sorted], null, 1)}\n`,
  );
}
