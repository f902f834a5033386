import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const PROJECT_ROOT = join(import.meta.dirname, '..', '..');
/** What Electron starts when Playwright drives the app. */
export const DRIVEN_APP = join(PROJECT_ROOT, 'scripts', 'driven');
/** The same, as if it were installed: without a profile it plays no demo. */
export const DRIVEN_INSTALLED_APP = join(DRIVEN_APP, 'installed');

/** How long a run that ends by itself may take, in ms. */
const RUN_LIMIT_MS = 30_000;

let executable: Promise<string> | undefined;

/** The Electron to test with: `npm test` names it, otherwise the set-up finds it. */
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

/** Root on Linux can only run without Chromium's sandbox. */
export function sandboxFlags(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** This process's environment without what would make Electron something else than an app. */
export function appEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ELECTRON_RUN_AS_NODE: undefined, ...extra };
}

/** How a run of the app ended, and its output. Chromium's own messages are left out. */
export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** Sidetone's lines on standard error. */
  readonly complaints: readonly string[];
}

/** Runs the app with these flags until it ends by itself. */
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

/** `[pid:date/time:LEVEL:file(line)] …`, and what libraries print; ANGLE's lines begin with `ERR:`. */
function isFromChromium(line: string): boolean {
  return /^\[\d+:\d+\/|^(libva|MESA|dri|ERR|Gtk|GLib|Fontconfig|\(.*:\d+\):)/.test(line);
}
