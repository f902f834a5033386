import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { expect, test as base } from 'vitest';
import { startDesktop } from '../support/desktop';
import { appEnvironment, findElectron, PROJECT_ROOT, sandboxFlags } from '../support/electron';

/** Limit for preparing the libraries and the first build on a busy computer, in ms. */
const START_LIMIT_MS = 120_000;

const SOURCES = [
  'LICENSE',
  'build/tray',
  'contract',
  'electron.vite.config.ts',
  'main',
  'package.json',
  'preload',
  'renderer',
  'tsconfig.base.json',
];

const PROBE = `import { useState, type ReactNode } from 'react';
export function Probe(): ReactNode {
  const [count, setCount] = useState(0);
  return <button onClick={() => setCount(count + 1)}>first version, pressed {count}</button>;
}
`;

/**
 * Runs the program behind `npm run dev` on a copy of the sources, so that a failed test leaves no edit behind.
 * The copy is a subfolder of the project, so that libraries are found there.
 */
interface DevRun {
  readonly root: string;
  /** Waits for the next output that matches. */
  nextOutput(pattern: RegExp): Promise<string>;
  /** Connects to the window at the address in the output. */
  openPage(output: string): Promise<Page>;
}

const DEVTOOLS = /DevTools listening on (ws:\S+)/;

const test = base.extend('run', async ({}, { onCleanup }): Promise<DevRun> => {
  const root = await copySources();
  const desktop = await startDesktop();
  const profile = join(root, 'profile.json');
  await writeFile(profile, JSON.stringify({ version: 1, agent: { name: 'Eta' } }), { mode: 0o600 });
  const child = spawn(
    process.execPath,
    [
      join(PROJECT_ROOT, 'test', 'support', 'run-dev.mjs'),
      root,
      await findElectron(),
      JSON.stringify(sandboxFlags()),
      '--remote-debugging-port=0',
      `--user-data-dir=${join(root, 'user-data')}`,
      '--profile',
      profile,
    ],
    {
      env: appEnvironment(desktop.environment),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = once(child, 'exit');
  onCleanup(async () => {
    child.kill('SIGINT');
    await ended;
    await desktop.close();
    await rm(root, { recursive: true, force: true, maxRetries: 3 });
  });
  return {
    root,
    nextOutput: followOutput(child),
    openPage: async (output) => {
      const browser = await chromium.connectOverCDP(DEVTOOLS.exec(output)?.[1] ?? '');
      const context = browser.contexts()[0]!;
      const page = context.pages()[0] ?? (await context.waitForEvent('page'));
      page.setDefaultTimeout(START_LIMIT_MS);
      return page;
    },
  };
});

async function copySources(): Promise<string> {
  await mkdir(join(PROJECT_ROOT, 'out', 'test'), { recursive: true });
  const root = await mkdtemp(join(PROJECT_ROOT, 'out', 'test', 'dev-'));
  for (const source of SOURCES) {
    await cp(join(PROJECT_ROOT, source), join(root, source), { recursive: true });
  }
  await writeFile(join(root, 'renderer', 'Probe.tsx'), PROBE);
  const app = join(root, 'renderer', 'App.tsx');
  const text = (await readFile(app, 'utf8')).replace('export function App(', 'function Shipped(');
  await writeFile(
    app,
    `import { Probe } from './Probe';\n${text}
export function App(): ReactNode {
  return (<><Shipped /><Probe /></>);
}
`,
  );
  return root;
}

/** Returns each output once, in order. */
function followOutput({ stdout, stderr }: ChildProcess): DevRun['nextOutput'] {
  let said = '';
  let check = (): void => undefined;
  for (const stream of [stdout, stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      check();
    });
  }
  return (pattern) =>
    new Promise((resolve, reject) => {
      const limit = setTimeout(
        () => reject(new Error(`No ${String(pattern)} in\n${said}`)),
        START_LIMIT_MS,
      );
      check = () => {
        const found = pattern.exec(said);
        if (found === null) return;
        clearTimeout(limit);
        check = () => undefined;
        said = said.slice(found.index + found[0].length);
        resolve(found[0]);
      };
      check();
    });
}

test(
  'npm run dev: a changed component shows in the open window and keeps its state, and a change in main restarts the app',
  { timeout: 3 * START_LIMIT_MS },
  async ({ run }) => {
    const page = await run.openPage(await run.nextOutput(DEVTOOLS));
    const probe = page.getByRole('button', { name: 'version, pressed' });
    await probe.click();
    await probe.click();
    await page.evaluate(() => document.body.setAttribute('data-before-edit', ''));

    await writeFile(
      join(run.root, 'renderer', 'Probe.tsx'),
      PROBE.replace('first version', 'second version'),
    );
    await page.getByRole('button', { name: 'second version, pressed 2' }).waitFor();
    // The page is still the same one.
    expect(await page.locator('body[data-before-edit]').count()).toBe(1);

    // The content security policy allows no more than hot reload needs.
    const answers = await page.evaluate(async () => {
      const refused = (request: Promise<unknown>) =>
        request.then(
          () => 'reached',
          () => 'refused',
        );
      const socket = new Promise((resolve, reject) => {
        const opened = new WebSocket('ws://127.0.0.1:9');
        opened.addEventListener('open', resolve);
        opened.addEventListener('error', reject);
      });
      return Promise.all([refused(fetch('http://127.0.0.1:9/')), refused(socket)]);
    });
    expect(answers).toEqual(['refused', 'refused']);

    await appendFile(
      join(run.root, 'main', 'index.ts'),
      "\nprocess.stderr.write('main was changed\\n');\n",
    );
    const restart = /(?=[^]*main was changed)[^]*?DevTools listening on ws:\S+/;
    const restarted = await run.openPage(await run.nextOutput(restart));
    await restarted.getByRole('button', { name: 'second version, pressed 0' }).waitFor();
  },
);
