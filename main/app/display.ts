import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { acceptsConnection } from './probe-display';

/** The sockets of local X servers: a file, or an abstract socket of the same name. */
const X_SOCKETS = '/tmp/.X11-unix/X';
/** Runs Chromium without a display. Chromium chooses its platform before the app's code runs. */
const HEADLESS = ['--ozone-platform=headless', '--disable-gpu'];

/** Why no window can be shown in this environment, in words; undefined if one probably can. */
export function findDisplayProblem(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): string | undefined {
  if (platform !== 'linux' || hasWayland(environment)) return undefined;
  const { DISPLAY } = environment;
  const local = /^(?:unix)?:(\d+)/.exec(DISPLAY ?? '')?.[1];
  // Whether a remote display works is known only when it is used.
  if (DISPLAY && local === undefined) return undefined;
  const socket = `${X_SOCKETS}${local}`;
  const isListening = isAmongListeners(socket);
  if (local === undefined || !(isListening || existsSync(socket))) {
    return 'a display is needed; start it in a desktop session, or set DISPLAY';
  }
  const hasCredentials = canRead(environment.XAUTHORITY ?? join(homedir(), '.Xauthority'));
  // Asking the server is the slowest check, so it is only done if a refusal is likely. In a
  // container the listeners of the host are not known.
  const isAccepted =
    (isListening && hasCredentials) ||
    acceptsConnection(existsSync(socket) ? socket : `\0${socket}`, hasCredentials);
  return isAccepted
    ? undefined
    : `the display ${DISPLAY} refuses the connection; start it as the user of the desktop session`;
}

/** Whether the compositor that the environment names has a socket, absolute or in the runtime folder. */
function hasWayland({ WAYLAND_DISPLAY, XDG_RUNTIME_DIR }: NodeJS.ProcessEnv): boolean {
  if (!WAYLAND_DISPLAY) return false;
  if (isAbsolute(WAYLAND_DISPLAY)) return existsSync(WAYLAND_DISPLAY);
  return XDG_RUNTIME_DIR !== undefined && existsSync(join(XDG_RUNTIME_DIR, WAYLAND_DISPLAY));
}

function isAmongListeners(socket: string): boolean {
  try {
    return readFileSync('/proc/net/unix', 'utf8')
      .split('\n')
      .some((line) => line.endsWith(` ${socket}`) || line.endsWith(` @${socket}`));
  } catch {
    return false;
  }
}

function canRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs the same command again without a display. Returns its exit code, or undefined if it crashed.
 */
export function runWithoutDisplay(): number | undefined {
  const { status } = spawnSync(process.execPath, [...process.argv.slice(1), ...HEADLESS], {
    stdio: 'inherit',
  });
  return status ?? undefined;
}
