import { join } from 'node:path';
import { runForeground } from '../session/children.mjs';
import { inDesktopSession } from '../session/desktop-session.mjs';
import { ensureSandbox } from '../session/sandbox.mjs';
import { sandboxFlags } from '../session/sandbox-flags.mjs';
import { build } from '../setup/build.mjs';
import { recordCodeCache } from '../setup/code-cache.mjs';
import { drivenApp, projectRoot } from '../setup/folders.mjs';
import { setUp } from '../setup/set-up.mjs';

/**
 * Installs and builds what is missing, then runs a program from test/bench on a desktop.
 *
 * @param {string} name
 * @param {string[]} parameters
 */
export async function runBenchProgram(name, parameters) {
  const { executable } = await setUp();
  await build(['app', 'simulator', 'bench']);
  await ensureSandbox(executable);
  const program = join(projectRoot, 'out', 'bench', name);
  const settings = { root: projectRoot, drivenApp, executable, sandboxFlags: sandboxFlags() };
  return inDesktopSession(async (session) => {
    await recordCodeCache(executable, session);
    return runForeground(process.execPath, [program, ...parameters], {
      env: {
        ...session,
        SIDETONE_BENCH: JSON.stringify(settings),
        ELECTRON_RUN_AS_NODE: undefined,
      },
    });
  });
}
