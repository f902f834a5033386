import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, runOrFail } from '../setup/run.mjs';
import { say, ScriptError } from '../setup/say.mjs';
import { withTemporaryFolder } from '../setup/temporary-folder.mjs';

/** Packages in the root besides apt: a display. The deb brings the app's libraries. */
const INCLUDED = 'xvfb,xauth,ca-certificates';

const inside = fileURLToPath(new URL('./verify-deb.sh', import.meta.url));

/**
 * This system's package sources, only those of the distribution, as lines of a sources.list.
 *
 * @param {string} indexTargets
 */
export function distributionSources(indexTargets) {
  const lines = indexTargets.split('\n').filter((line) => /^(Debian|Ubuntu) deb /.test(line));
  return [...new Set(lines.map((line) => line.slice(line.indexOf(' ') + 1)))];
}

/** @param {string} root */
async function makeRoot(root) {
  await runOrFail('apt-get', ['update']);
  const format = '$(ORIGIN) deb $(REPO_URI) $(RELEASE) $(COMPONENT)';
  const targets = await runOrFail('apt-get', ['indextargets', '--format', format]);
  const sources = distributionSources(targets);
  const suite = sources[0]?.split(' ')[2];
  if (suite === undefined) throw new ScriptError('apt has no sources of Debian or Ubuntu');
  await runOrFail('mmdebstrap', [
    '--variant=apt',
    `--include=${INCLUDED}`,
    suite,
    root,
    ...sources,
  ]);
}

/**
 * Installs the deb in a clean root of the distribution, starts the app there as a normal user with
 * Chromium's sandbox, and removes it again. Throws, with the output, if a step fails or something is left
 * behind. Needs root.
 *
 * @param {string} folder
 */
export async function verifyDeb(folder) {
  if (process.getuid?.() !== 0) throw new ScriptError('--verify-deb must be run as root');
  const name = (await readdir(folder)).find((file) => file.endsWith('.deb'));
  if (name === undefined) throw new ScriptError(`There is no deb in ${folder}`);
  await withTemporaryFolder('root', async (work) => {
    const root = join(work, 'root');
    say('Creating a clean root file system');
    await makeRoot(root);
    await copyFile(join(folder, name), join(root, 'tmp', 'sidetone.deb'));
    await copyFile(inside, join(root, 'tmp', 'verify-deb.sh'));
    // Without it, apt's scripts would start the machine's services.
    await writeFile(join(root, 'usr', 'sbin', 'policy-rc.d'), '#!/bin/sh\nexit 101\n', {
      mode: 0o755,
    });
    // In separate namespaces: its mounts and processes end with it, however it ends.
    const namespaces = ['--mount', '--pid', '--fork', '--kill-child'];
    const script = [
      'set -e',
      'mount -t proc proc "$1/proc"',
      'mount --rbind /dev "$1/dev"',
      'mount -t tmpfs tmpfs "$1/dev/shm"',
      'exec chroot "$1" sh -e /tmp/verify-deb.sh',
    ].join('\n');
    const { code, stdout, stderr } = await run('unshare', [
      ...namespaces,
      ...['sh', '-c', script, 'sh', root],
    ]);
    if (code !== 0)
      throw new ScriptError(`The deb failed (exit code ${code}):\n${stdout}${stderr}`);
  });
  say(
    'The deb can be installed in a clean root file system, passes --smoke in the sandbox, and leaves no files when removed',
  );
}
