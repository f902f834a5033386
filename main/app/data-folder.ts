import { existsSync, mkdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Chromium's lock on the folder. */
const LOCK = 'SingletonLock';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it cannot be written',
  EPERM: 'it cannot be written',
  EROFS: 'it cannot be written',
  EEXIST: 'a file is in its place',
  ENOENT: 'it cannot be created',
  ENOTDIR: 'a file is in its place',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
};

/**
 * Why the folder cannot be used, in words; undefined if it can. Creates the folder and checks that
 * a file can be written in it and, for the lock, a link created.
 */
export function findFolderProblem(folder: string, platform: NodeJS.Platform): string | undefined {
  const probe = join(folder, `.sidetone-${process.pid}-${Date.now()}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, 'probe');
    rmSync(probe);
    if (platform !== 'win32') {
      symlinkSync('probe', probe);
      rmSync(probe);
    }
    return undefined;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return REASONS[code] ?? `it cannot be used (${code})`;
  }
}

/** Node's `recursive` option never returns if the system reports a forbidden folder as missing its parent. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/**
 * Why the folder could not be locked, in words; undefined if another instance has the lock. Except on
 * Windows, the lock is then a link with its host and process.
 */
export function findLockProblem(folder: string, platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return undefined;
  try {
    readlinkSync(join(folder, LOCK));
    return undefined;
  } catch {
    return 'it cannot be locked';
  }
}
