import { chmod, mkdir, open, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

export const OWNER_ONLY = 0o600;
const OTHERS = 0o077;

/** Opens a file to append to, for its owner alone; makes it and its folder where they are missing. */
export async function openPrivateFile(file: string): Promise<FileHandle> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a', OWNER_ONLY);
  await tighten(file);
  return handle;
}

/**
 * Takes a file that is there from all but its owner. What is no regular file (a terminal, a pipe) stays as
 * it is, and so does a file of another user: whoever gave it to us decides who reads it.
 */
export async function tighten(file: string): Promise<void> {
  try {
    const found = await stat(file);
    if (found.isFile() && (found.mode & OTHERS) !== 0) await chmod(file, found.mode & ~OTHERS);
  } catch {
    // It is not there, or not ours.
  }
}
