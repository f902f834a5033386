import { readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { findFolderProblem, findLockProblem } from '../../../main/app/data-folder';
import { testInFolder as test } from '../../support/temporary-folder';

describe('a data folder', () => {
  test('that is new is made, and nothing is left in it', async ({ folder }) => {
    const fresh = join(folder, 'new', 'and', 'deep');
    expect(findFolderProblem(fresh, process.platform)).toBeUndefined();
    expect(await readdir(fresh)).toEqual([]);
  });

  test('is refused where a file is in its place or above it', async ({ folder }) => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect(findFolderProblem(file, process.platform)).toBe('a file is in its place');
    expect(findFolderProblem(join(file, 'below'), process.platform)).toBe('a file is in its place');
  });

  test.runIf(process.platform === 'linux')('is refused where no folder can be made', () => {
    expect(findFolderProblem('/proc/sidetone', 'linux')).toMatch(/^it cannot be/);
    expect(findFolderProblem('/dev/null/sidetone', 'linux')).toBe('a file is in its place');
  });
});

describe('a lock that was not given', () => {
  test('is no problem where another app has it', async ({ folder }) => {
    await symlink('this-host-4711', join(folder, 'SingletonLock'));
    expect(findLockProblem(folder, 'linux')).toBeUndefined();
  });

  test('is named where nobody has it', ({ folder }) => {
    expect(findLockProblem(folder, 'linux')).toBe('it cannot be locked');
  });
});
