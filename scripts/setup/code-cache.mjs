import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sandboxFlags } from '../session/sandbox-flags.mjs';
import { hashSources } from './build.mjs';
import { projectRoot } from './folders.mjs';
import { runOrFail } from './run.mjs';
import { say } from './say.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

const RECORDER = ['scripts/code-cache', 'scripts/driven/start-app.js'];
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
  const cache = join(projectRoot, 'out', 'main', 'code-cache');
  // It is part of the record, because a build removes both.
  const stamp = join(cache, 'stamp');
  const wanted = `${await hashSources(projectRoot, RECORDER)} ${executable}`;
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  say('Recording the code cache');
  await rm(cache, { recursive: true, force: true });
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
