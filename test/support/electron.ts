import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const PROJECT_ROOT = join(import.meta.dirname, '..', '..');
/** The entry that Electron starts when Playwright drives the app. */
export const DRIVEN_APP = join(PROJECT_ROOT, 'scripts', 'driven');
/** The same as an installed app: without a profile it plays no demo. */
export const DRIVEN_INSTALLED_APP = join(DRIVEN_APP, 'installed');

/** Limit for a run that exits by itself, in ms. */
const RUN_LIMIT_MS = 30_000;

let executable: Promise<string> | undefined;

/** The Electron to test with: the one that `npm test` passes, otherwise the one that the setup finds. */
export function findElectron(): Promise<string> {
  executable ??= find();
  return executable;
}

async function find(): Promise<string> {
  const named = process.env.SIDETONE_ELECTRON;
  if (named !== undefined) return named;
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(PROJECT_ROOT, 'scripts', 'setup.mjs'),
  ]);
  return stdout.trim().split('\n').at(-1) ?? '';
}

/** On Linux root can only run Chromium without its sandbox. */
export function sandboxFlags(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** The environment of this process, without the variable that turns Electron into plain Node. */
export function appEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ELECTRON_RUN_AS_NODE: undefined, ...extra };
}

/** Exit code and output of a run of the app, without Chromium's own messages. */
export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** Sidetone's own lines on standard error. */
  readonly complaints: readonly string[];
}

/** Runs the app with these flags until it exits by itself. */
export async function runApp(
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const child = spawn(await findElectron(), [...sandboxFlags(), PROJECT_ROOT, ...flags], {
    env: appEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: RUN_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  const complaints = stderr.split('\n').filter((line) => line !== '' && !isFromChromium(line));
  return { exitCode, stdout, complaints };
}

/** Chromium's `[pid:date/time:LEVEL:file(line)] …`, and output of libraries such as ANGLE's `ERR:`. */
function isFromChromium(line: string): boolean {
  return /^\[\d+:\d+\/|^(libva|MESA|dri|ERR|Gtk|GLib|Fontconfig|\(.*:\d+\):)/.test(line);
}
