import { readFile, stat } from 'node:fs/promises';
import { codeOf } from '../disk/disk-error';
import { parseProfileText } from './parse-profile-text';
import type { CheckedProfile } from './parse-profile';

/** Reads and checks a profile file. The mistakes name the fields, or say why the file cannot be read. */
export async function readProfileFile(file: string): Promise<CheckedProfile> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return { ok: false, mistakes: [`the profile ${file} cannot be read${reasonOf(error)}`] };
  }
  return parseProfileText(bytes);
}

const OTHERS_MAY_READ_OR_WRITE = 0o066;

/** Whether other users of this computer can read or change a file. Windows has no such permissions. */
export async function isOpenToOthers(file: string, platform: NodeJS.Platform): Promise<boolean> {
  if (platform === 'win32') return false;
  return stat(file).then(
    ({ mode }) => (mode & OTHERS_MAY_READ_OR_WRITE) !== 0,
    () => false,
  );
}

function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return ': there is no such file';
    case 'EISDIR':
      return ': it is a folder';
    case 'EACCES':
    case 'EPERM':
      return ': you have no permission';
    default:
      return '';
  }
}
