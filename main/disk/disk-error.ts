import { dirname } from 'node:path';
import type { AppError } from '../../contract/errors';

/** Why a file cannot be written, as `not-saved`. The detail names the file, or its folder. */
export function toDiskError(error: unknown, file: string): AppError {
  return { code: 'not-saved', detail: describe(codeOf(error), file) };
}

/** The system's error code, such as `ENOSPC`, or undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

function describe(code: string | undefined, file: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `no space left on the disk that holds ${dirname(file)}`;
    case 'EROFS':
      return `the disk that holds ${dirname(file)} is read-only`;
    case 'EACCES':
    case 'EPERM':
      return `you have no permission to write ${file}`;
    case 'EISDIR':
      return `a folder is in the place of ${file}`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `a file is in the place of ${dirname(file)}`;
    default:
      return `${file} cannot be written${code === undefined ? '' : ` (${code})`}`;
  }
}
