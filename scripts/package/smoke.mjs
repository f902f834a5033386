import { join } from 'node:path';
import { inDesktopSession } from '../session/desktop-session.mjs';
import { sandboxFlags } from '../session/sandbox-flags.mjs';
import { run } from '../setup/run.mjs';
import { ScriptError } from '../setup/say.mjs';
import { withTemporaryFolder } from '../setup/temporary-folder.mjs';

/** Milliseconds. */
const TIME_LIMIT = 60_000;

/**
 * Starts a packaged app with --smoke and throws, with its output, if it does not pass.
 *
 * @param {string} executable
 */
export function verifySmoke(executable) {
  return withTemporaryFolder('smoke', async (folder) => {
    const flags = [...sandboxFlags(), '--smoke', `--user-data-dir=${join(folder, 'data')}`];
    const { code, stdout, stderr } = await inDesktopSession((env) =>
      run(executable, flags, { env, timeout: TIME_LIMIT }),
    );
    if (code === 0 && stdout.split('\n').includes('smoke ok')) return;
    throw new ScriptError(`${executable} --smoke: exit code ${code}\n${stdout}${stderr}`);
  });
}

/**
 * Throws unless a packaged app refuses a debugging switch and exits before loading anything.
 *
 * @param {string} executable
 */
export async function verifyRefusal(executable) {
  const flags = [...sandboxFlags(), '--remote-debugging-port=0'];
  const { code, stdout, stderr } = await run(executable, flags, { timeout: TIME_LIMIT });
  if (code === 2 && stderr.includes('--remote-debugging-port is refused')) return;
  throw new ScriptError(`${executable} ${flags.join(' ')}: exit code ${code}\n${stdout}${stderr}`);
}
