import { open, type FileHandle } from 'node:fs/promises';

/** Whole rows of a file, without their ends, and the place after the last of them, in bytes. */
export interface Rows {
  readonly rows: readonly string[];
  readonly end: number;
}

/** So many bytes at a time: what is read next waits until what else there is to do was done. */
const PIECE = 256 * 1024;
const LINE_END = 0x0a;

/**
 * Reads the rows of a file piece by piece, between two places at which a row begins. A last row without
 * an end is still being written and left out; a file that is not there has none.
 */
export async function* readRows(
  file: string,
  from: number,
  upTo = Number.POSITIVE_INFINITY,
): AsyncGenerator<Rows> {
  const handle = await openIfThere(file);
  if (handle === undefined) return;
  try {
    let rest = Buffer.alloc(0);
    let place = from;
    for (;;) {
      const length = Math.min(PIECE, upTo - place);
      if (length <= 0) return;
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, place);
      if (bytesRead === 0) return;
      place += bytesRead;
      const bytes = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      const end = bytes.lastIndexOf(LINE_END) + 1;
      rest = bytes.subarray(end);
      if (end === 0) continue;
      yield { rows: bytes.toString('utf8', 0, end - 1).split('\n'), end: place - rest.length };
    }
  } finally {
    await handle.close();
  }
}

async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
