import { readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { findFolderProblem, findLockProblem } from '../../../main/app/data-folder';
import { testInFolder as test } from '../../support/temporary-folder';

describe('a data folder', () => {
  test('is created if missing, and is empty afterwards', async ({ folder }) => {
    const fresh = join(folder, 'new', 'and', 'deep');
    expect(findFolderProblem(fresh, process.platform)).toBeUndefined();
    expect(await readdir(fresh)).toEqual([]);
  });

  test('is refused if its path, or a part of it, is a file', async ({ folder }) => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect(findFolderProblem(file, process.platform)).toBe('a file is in its place');
    expect(findFolderProblem(join(file, 'below'), process.platform)).toBe('a file is in its place');
  });

  test.runIf(process.platform === 'linux')('is refused if it cannot be created', () => {
    expect(findFolderProblem('/proc/sidetone', 'linux')).toMatch(/^it cannot be/);
    expect(findFolderProblem('/dev/null/sidetone', 'linux')).toBe('a file is in its place');
  });
});

describe('a refused lock', () => {
  test('is no problem if another instance has it', async ({ folder }) => {
    await symlink('this-host-4711', join(folder, 'SingletonLock'));
    expect(findLockProblem(folder, 'linux')).toBeUndefined();
  });

  test('is reported if no instance has it', ({ folder }) => {
    expect(findLockProblem(folder, 'linux')).toBe('it cannot be locked');
  });
});
