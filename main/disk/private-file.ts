import { chmod, mkdir, open, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

export const OWNER_ONLY = 0o600;
const OTHERS = 0o077;

/** Opens a file for appending that only its owner can read. Creates the file and its folder if missing. */
export async function openPrivateFile(file: string): Promise<FileHandle> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a', OWNER_ONLY);
  await restrictToOwner(file);
  return handle;
}

/**
 * Makes an existing file readable for its owner only. Anything but a regular file (a terminal, a
 * pipe) and the files of other users are not changed, because their permissions are not this app's
 * business.
 */
export async function restrictToOwner(file: string): Promise<void> {
  try {
    const found = await stat(file);
    if (found.isFile() && (found.mode & OTHERS) !== 0) await chmod(file, found.mode & ~OTHERS);
  } catch {
    // It does not exist, or belongs to another user.
  }
}
