import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ScriptError } from './say.mjs';

/**
 * Throws if the file does not have the hash.
 *
 * @param {string} file
 * @param {string} integrity in npm's format: the algorithm, `-`, the hash in base64
 */
export async function verifyIntegrity(file, integrity) {
  const [algorithm = ''] = integrity.split('-', 1);
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  const found = `${algorithm}-${hash.digest('base64')}`;
  if (found !== integrity) {
    throw new ScriptError(`${file} has the wrong hash: expected ${integrity}, found ${found}`);
  }
}
