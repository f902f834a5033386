import { readdirSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashSources, PARTS } from '../../../../scripts/setup/build.mjs';
import { withTemporaryFolder } from '../../../../scripts/setup/temporary-folder.mjs';
import { PROJECT_ROOT } from '../../../support/electron';
import { listImports } from '../../../support/imports';

/**
 * The modules at a path from the project root.
 *
 * @param {string} path
 * @returns {string[]}
 */
function listModules(path) {
  const absolute = join(PROJECT_ROOT, path);
  const files = statSync(absolute).isDirectory()
    ? readdirSync(absolute, { recursive: true, encoding: 'utf8' }).map((file) => `${path}/${file}`)
    : [path];
  return files.map((file) => file.replaceAll('\\', '/')).filter((file) => /\.tsx?$/.test(file));
}

it.each(Object.entries(PARTS))('the sources of the %s include all that they import', (_, part) => {
  const isSource = (/** @type {string} */ file) =>
    part.sources.some((source) => file === source || file.startsWith(`${source}/`));
  const imported = part.sources.flatMap(listModules).flatMap(listImports);
  expect([...new Set(imported)].filter((file) => !isSource(file))).toEqual([]);
});

it('distinguishes changed sources from unchanged ones', async () => {
  await withTemporaryFolder('test', async (root) => {
    await mkdir(join(root, 'main', 'calls'), { recursive: true });
    await writeFile(join(root, 'main', 'calls', 'store.ts'), 'export {};');
    await writeFile(join(root, 'lock.json'), '{}');
    const hash = () => hashSources(root, ['main', 'lock.json']);

    const first = await hash();
    await writeFile(join(root, 'main', 'calls', 'store.ts'), 'export {};');
    expect(await hash()).toBe(first);

    await writeFile(join(root, 'lock.json'), '{"changed":true}');
    const second = await hash();
    expect(second).not.toBe(first);

    await writeFile(join(root, 'main', 'calls', 'new.ts'), '');
    expect(await hash()).not.toBe(second);
  });
});
