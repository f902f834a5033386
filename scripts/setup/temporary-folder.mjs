import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Passes a new empty folder to `use` and removes it afterwards, or when the process exits.
 *
 * @template Result
 * @param {string} name a part of the folder's name
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
