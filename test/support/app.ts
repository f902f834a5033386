import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { traceLineSchema } from '../../main/journal/trace-schema';
import {
  appEnvironment,
  DRIVEN_APP,
  DRIVEN_INSTALLED_APP,
  findElectron,
  PROJECT_ROOT,
  sandboxFlags,
} from './electron';
import { eventually, EVENTUALLY_TIMEOUT_MS } from './eventually';

/** A valid line of the trace, in which a test can look for any field. */
export type TraceLine = Readonly<Record<string, unknown>>;

/** A profile without services. Without any profile the app would play the demo. */
export const NO_SERVICES = { version: 1, agent: { name: 'Eta' } };

export interface LaunchOptions {
  /** Written to a file and passed with `--profile`. */
  readonly profile?: unknown;
  readonly flags?: readonly string[];
  /** Behaves like an installed app: without a profile it shows the first screen instead of the demo. */
  readonly isInstalled?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  /** Kept when the app is closed. By default a new folder, which is removed. */
  readonly userDataDirectory?: string;
}

/** The real app, driven by Playwright. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly userDataDirectory: string;
  readonly traceFile: string;
  /** All lines so far. A line that violates the schema fails the test, on closing at the latest. */
  trace(): Promise<TraceLine[]>;
  /** The first line with these fields, starting at line `from` (default: the first). */
  waitForTrace(fields: Readonly<Record<string, unknown>>, from?: number): Promise<TraceLine>;
  /** Prints the end of the trace, and saves the complete trace and a screenshot in out/test/. */
  keepEvidence(name: string): Promise<void>;
  close(): Promise<void>;
}

/** How many lines of the trace a failed test prints; the file has all of them. */
const MAX_PRINTED_LINES = 60;

export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const folder = await mkdtemp(join(tmpdir(), 'sidetone-e2e-'));
  const userDataDirectory = options.userDataDirectory ?? join(folder, 'user-data');
  const traceFile = join(folder, 'trace.jsonl');
  const profileFile = join(folder, 'profile.json');
  if (options.profile !== undefined) {
    await writeFile(profileFile, JSON.stringify(options.profile), { mode: 0o600 });
  }
  const electron = await _electron.launch({
    executablePath: await findElectron(),
    args: [
      ...sandboxFlags(),
      options.isInstalled === true ? DRIVEN_INSTALLED_APP : DRIVEN_APP,
      `--user-data-dir=${userDataDirectory}`,
      '--trace',
      traceFile,
      ...(options.profile === undefined ? [] : ['--profile', profileFile]),
      ...(options.flags ?? []),
    ],
    env: asStrings(appEnvironment(options.environment)),
    chromiumSandbox: sandboxFlags().length === 0,
  });
  const page = await electron.firstWindow();
  page.setDefaultTimeout(EVENTUALLY_TIMEOUT_MS);
  // Until its scripts are loaded the page is only a picture, and keys would be lost.
  await page.locator('#root:not([inert]):not(:empty)').waitFor({ state: 'attached' });

  const traced: TraceLine[] = [];
  /** How many characters of the file `traced` covers. The file is read often and only grows. */
  let tracedLength = 0;

  async function trace(): Promise<TraceLine[]> {
    const text = await readFile(traceFile, 'utf8').catch(() => '');
    // The text after the last line break is still being written.
    const complete = text.slice(tracedLength, text.lastIndexOf('\n') + 1);
    tracedLength += complete.length;
    for (const line of complete.split('\n').slice(0, -1)) {
      traced.push(traceLineSchema.parse(JSON.parse(line)));
    }
    return [...traced];
  }

  return {
    electron,
    page,
    userDataDirectory,
    traceFile,
    trace,
    waitForTrace: async (fields, from = 0) => {
      let lines: TraceLine[] = [];
      await eventually(async () => {
        lines = (await trace()).slice(from);
        return lines;
      }).toContainEqual(expect.objectContaining(fields));
      return lines.find((line) => hasFields(line, fields))!;
    },
    keepEvidence: async (name) => {
      const evidence = join(PROJECT_ROOT, 'out', 'test', name.replace(/[^\w]+/g, '-'));
      await mkdir(evidence, { recursive: true });
      const text = await readFile(traceFile, 'utf8').catch(() => '');
      await writeFile(join(evidence, 'trace.jsonl'), text);
      const end = text.trimEnd().split('\n').slice(-MAX_PRINTED_LINES).join('\n');
      process.stderr.write(`The end of the trace of "${name}":\n${end}\n`);
      await page.screenshot({ path: join(evidence, 'window.png') }).catch(() => undefined);
    },
    close: async () => {
      await electron.close();
      await trace();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function hasFields(line: TraceLine, fields: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(fields).every(
    ([name, value]) => JSON.stringify(line[name]) === JSON.stringify(value),
  );
}

function asStrings(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
