import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { withTemporaryFolder } from '../setup/temporary-folder.mjs';
import { startDaemon } from './children.mjs';

const SOCKET = 'sidetone';
/** `-noreset`: without it, the server restarts when its last client leaves, and refuses the next. */
const SCREEN = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-noreset'];
// Ignores the user's configuration, and never goes to sleep.
const COMPOSITOR = [
  '--backend=x11-backend.so',
  `--socket=${SOCKET}`,
  '--no-config',
  '--idle-time=0',
];

// It logs to standard error only.
const LOGGED = ['-c', 'exec weston "$@" 2>&1', 'weston', ...COMPOSITOR];

/**
 * Runs `use` with the environment of a native Wayland desktop and a folder for its files: Weston in a
 * window on a virtual display, both of which are stopped afterwards.
 *
 * @template Result
 * @param {(environment: NodeJS.ProcessEnv, folder: string) => Promise<Result>} use
 * @returns {Promise<Result>}
 */
export function inWaylandSession(use) {
  return withTemporaryFolder('wayland', async (folder) => {
    const daemons = [];
    try {
      const display = await startDaemon('Xvfb', SCREEN, 3);
      daemons.push(display);
      const environment = { ...process.env, XDG_RUNTIME_DIR: folder };
      const whenListening = waitForFile(folder, SOCKET);
      daemons.push(
        await startDaemon('sh', LOGGED, 1, { ...environment, DISPLAY: `:${display.line}` }),
      );
      await whenListening;
      return await use({ ...environment, DISPLAY: undefined, WAYLAND_DISPLAY: SOCKET }, folder);
    } finally {
      // The compositor is stopped first, since it needs its display to exit.
      for (const { stop } of daemons.reverse()) await stop();
    }
  });
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<void>}
 */
function waitForFile(folder, name) {
  return new Promise((resolve) => {
    const watcher = watch(folder, check);
    check();
    function check() {
      if (!existsSync(join(folder, name))) return;
      watcher.close();
      resolve();
    }
  });
}
