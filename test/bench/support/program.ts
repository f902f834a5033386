import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Settings } from '../settings';

/** An Electron app that is being measured. */
export interface Program {
  readonly processId: number;
  /** The app's user data folder. */
  readonly userData: string;
  /** From process start to the first painted frame, in ms. */
  readonly paintedAfter: number;
  stop(): Promise<void>;
}

/** Timeout of the start and of the exit, in ms. */
const START_LIMIT_MS = 30_000;
const END_LIMIT_MS = 5_000;

const markSchema = z.object({
  t: z.iso.datetime(),
  kind: z.literal('window'),
  event: z.literal('ready'),
});

/**
 * Starts an app in a new user data folder and waits until a line of its trace reports that the window is
 * painted. `parameters`: the app's folder and its own flags.
 *
 * @throws Error if the app exits, or is not painted in time
 */
export async function startProgram(
  { executable, sandboxFlags }: Settings,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const userData = await mkdtemp(join(tmpdir(), 'sidetone-bench-'));
  const startedAt = Date.now();
  const child = spawn(executable, [...sandboxFlags, ...parameters, `--user-data-dir=${userData}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...environment },
  });
  const stop = async (): Promise<void> => {
    await end(child);
    await rm(userData, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const paintedAt = await waitForMark(child, child.stdout);
    return { processId: child.pid ?? 0, userData, paintedAfter: paintedAt - startedAt, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function waitForMark(child: ChildProcess, output: Readable): Promise<number> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error('the window was not painted in time')),
      START_LIMIT_MS,
    );
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`the app ended with exit code ${String(code)}`));
    });
    createInterface(output).on('line', (line) => {
      const mark = markSchema.safeParse(parseLine(line));
      if (!mark.success) return;
      clearTimeout(limit);
      resolve(Date.parse(mark.data.t));
    });
  });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  const limit = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
  await ended;
  clearTimeout(limit);
}

/** Writes a profile to a file for an app. */
export async function writeProfile(folder: string, profile: unknown): Promise<string> {
  const file = join(folder, 'profile.json');
  await writeFile(file, JSON.stringify(profile));
  return file;
}
