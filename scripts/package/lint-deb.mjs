import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../setup/folders.mjs';
import { runOrFail } from '../setup/run.mjs';
import { say, ScriptError } from '../setup/say.mjs';

/**
 * Checks the deb in a folder with Debian's tools; throws with their complaints.
 *
 * @param {string} folder
 */
export async function lintDeb(folder) {
  const name = (await readdir(folder)).find((file) => file.endsWith('.deb'));
  if (name === undefined) throw new ScriptError(`There is no deb in ${folder}`);
  await runOrFail('lintian', [
    '--fail-on',
    'error',
    '--tag-display-limit',
    '0',
    join(folder, name),
  ]);
  const info = join(projectRoot, 'out', 'deb', 'metainfo.xml');
  await runOrFail('appstreamcli', ['validate', '--no-net', info]);
  say('lintian and appstreamcli find no errors');
}
