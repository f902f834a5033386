import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Electron's shared libraries for Linux have the mode of programs.
 *
 * @param {string} folder
 */
export async function clearExecutableBits(folder) {
  const libraries = (await readdir(folder)).filter((name) => /\.so(\.\d+)*$/.test(name));
  await Promise.all(libraries.map((name) => chmod(join(folder, name), 0o644)));
}
