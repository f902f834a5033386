import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Where local X servers listen: a file, or an abstract socket of the same name. */
const X_SOCKETS = '/tmp/.X11-unix/X';
/** Runs Chromium without a display; it chooses its platform before any of our code runs. */
const HEADLESS = ['--ozone-platform=headless', '--disable-gpu'];

/** Whether the environment has a display for a window. */
export function hasDisplay(
  { DISPLAY, WAYLAND_DISPLAY }: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): boolean {
  if (platform !== 'linux' || WAYLAND_DISPLAY) return true;
  if (!DISPLAY) return false;
  const local = /^(?:unix)?:(\d+)/.exec(DISPLAY)?.[1];
  // Whether a remote display works is known only when it is used.
  return local === undefined || isListening(`${X_SOCKETS}${local}`);
}

function isListening(socket: string): boolean {
  if (existsSync(socket)) return true;
  try {
    return readFileSync('/proc/net/unix', 'utf8')
      .split('\n')
      .some((line) => line.endsWith(` @${socket}`));
  } catch {
    return false;
  }
}

/** Runs the same command again without a display. Returns its exit code; undefined if it crashed. */
export function runWithoutDisplay(): number | undefined {
  const { status } = spawnSync(process.execPath, [...process.argv.slice(1), ...HEADLESS], {
    stdio: 'inherit',
  });
  return status ?? undefined;
}
