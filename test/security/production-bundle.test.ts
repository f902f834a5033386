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

/** What is loaded before the first paint, in bytes. The window's components come after it. */
const FIRST_CHUNK_LIMIT = 120_000;

test('the window loads one small script before the first paint, and React only after it', async () => {
  const folder = join(PROJECT_ROOT, 'out', 'renderer');
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, path = '']) => path);
  expect(scripts).toHaveLength(1);
  const script = await readFile(join(folder, scripts[0] ?? ''), 'utf8');
  expect(script.length).toBeLessThan(FIRST_CHUNK_LIMIT);
  // What it imports would be loaded with it.
  expect(script).not.toMatch(/(^|;)import[^(]/);
});

test('the window does not load the schemas, which only the main process checks by', async () => {
  expect(await readScripts('renderer')).not.toContain('ZodError');
});
