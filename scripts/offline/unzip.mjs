import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/**
 * The Unix mode of a file, in the upper half of its attributes.
 *
 * @param {{ externalFileAttributes: number }} entry
 */
function modeOf({ externalFileAttributes }) {
  return (externalFileAttributes >>> 16) & 0o777;
}

/**
 * Unpacks the files of a zip archive whose names `isWanted` accepts. yauzl rejects names outside the
 * folder.
 *
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => boolean} isWanted
 */
export async function unzip(archive, folder, isWanted) {
  const zip = await openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/') || !isWanted(entry.fileName)) continue;
    const file = join(folder, entry.fileName);
    await mkdir(dirname(file), { recursive: true });
    const source = await zip.openReadStreamPromise(entry);
    await pipeline(source, createWriteStream(file, { mode: modeOf(entry) }));
  }
}
