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
