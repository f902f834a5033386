import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sandboxFlags } from '../session/sandbox-flags.mjs';
import { projectRoot } from './folders.mjs';
import { runOrFail } from './run.mjs';
import { say } from './say.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

/** Milliseconds. */
const TIME_LIMIT = 60_000;

/**
 * Records the bytecode of the built app's main process with this Electron, unless it has already been recorded. The
 * app starts faster with it (main/app/code-cache.ts). Needs a desktop. Throws a ScriptError if it fails.
 *
 * @param {string} executable
 * @param {NodeJS.ProcessEnv} desktop
 */
export async function recordCodeCache(executable, desktop) {
  const stamps = join(projectRoot, 'out', 'stamps');
  const stamp = join(stamps, 'code-cache');
  const wanted = `${await readFile(join(stamps, 'app'), 'utf8')} ${executable}`;
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  say('Recording the code cache');
  await rm(join(projectRoot, 'out', 'main', 'code-cache'), { recursive: true, force: true });
  await withTemporaryFolder('code-cache', (folder) => {
    const app = join(projectRoot, 'scripts', 'code-cache');
    const parameters = [...sandboxFlags(), app, '--demo', `--user-data-dir=${folder}`];
    return runOrFail(executable, parameters, {
      env: { ...desktop, ELECTRON_RUN_AS_NODE: undefined },
      timeout: TIME_LIMIT,
    });
  });
  await writeFile(stamp, wanted);
}
