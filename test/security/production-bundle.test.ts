import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../support/electron';

async function readScripts(folder: string): Promise<string> {
  const path = join(PROJECT_ROOT, 'out', folder);
  const names = (await readdir(path, { recursive: true })).filter((name) => name.endsWith('.js'));
  expect(names).not.toEqual([]);
  return (await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')))).join('\n');
}

test.each(['main', 'preload', 'renderer'])(
  'the production bundle of %s has no code for development',
  async (folder) => {
    const text = await readScripts(folder);
    const found = [
      'SIDETONE_DEV',
      'toggleDevTools',
      "'nonce-",
      '@vite/client',
      'sourceMappingURL=',
    ];
    expect(found.filter((part) => text.includes(part))).toEqual([]);
  },
);

/** The maximum size of what is loaded before the first paint, in bytes. Components are loaded after it. */
const FIRST_CHUNK_LIMIT = 120_000;

test('the window loads one small script before the first paint, and React only after it', async () => {
  const folder = join(PROJECT_ROOT, 'out', 'renderer');
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, path = '']) => path);
  expect(scripts).toHaveLength(1);
  const script = await readFile(join(folder, scripts[0] ?? ''), 'utf8');
  expect(script.length).toBeLessThan(FIRST_CHUNK_LIMIT);
  // Static imports would be loaded with it.
  expect(script).not.toMatch(/(^|;)import[^(]/);
});

test('the window loads dialogs and the setup screen only when they are needed', async () => {
  const folder = join(PROJECT_ROOT, 'out', 'renderer', 'assets');
  const names = await readdir(folder);
  const late = names.filter((name) => /^(Dialogs|Welcome|ImportProfile)-/.test(name));
  expect(late).toHaveLength(3);
  const loaded = new Set(names.filter((name) => /^window-.*\.js$/.test(name)));
  expect(loaded.size).toBe(1);
  // The loop also visits files that are added while it runs.
  for (const name of loaded) {
    const text = await readFile(join(folder, name), 'utf8');
    for (const [, file = ''] of text.matchAll(/from"\.\/([^"]+)"/g)) loaded.add(file);
  }
  expect(late.filter((name) => loaded.has(name))).toEqual([]);
});

test('the window does not load the schemas, which only the main process uses', async () => {
  expect(await readScripts('renderer')).not.toContain('ZodError');
});
