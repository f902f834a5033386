import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives `use` a new empty folder, which is removed afterwards, and also when the process ends before.
 *
 * @template Result
 * @param {string} name what the folder's name tells of its purpose
 * @param {(folder: string) => Promise<Result>} use
 * @param {string} [parent]
 * @returns {Promise<Result>}
 */
export async function withTemporaryFolder(name, use, parent = tmpdir()) {
  const folder = await mkdtemp(join(parent, `sidetone-${name}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    return await use(folder);
  } finally {
    process.off('exit', remove);
    remove();
  }
}
