import { open, type FileHandle } from 'node:fs/promises';

/** Complete rows of a file, without line breaks, and the position after the last one, in bytes. */
export interface Rows {
  readonly rows: readonly string[];
  readonly end: number;
}

/** How many bytes are read at a time; other events are handled in between. */
const CHUNK_BYTES = 256 * 1024;
const LINE_BREAK = 0x0a;

/**
 * Reads the rows of a file in chunks, between two positions at which a row begins. A last row without a line
 * break is still being written, so it is left out. A missing file has no rows.
 */
export async function* readRows(
  file: string,
  from: number,
  upTo = Number.POSITIVE_INFINITY,
): AsyncGenerator<Rows> {
  const handle = await openIfExists(file);
  if (handle === undefined) return;
  try {
    let rest = Buffer.alloc(0);
    let position = from;
    for (;;) {
      const length = Math.min(CHUNK_BYTES, upTo - position);
      if (length <= 0) return;
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      const bytes = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      const end = bytes.lastIndexOf(LINE_BREAK) + 1;
      rest = bytes.subarray(end);
      if (end === 0) continue;
      yield { rows: bytes.toString('utf8', 0, end - 1).split('\n'), end: position - rest.length };
    }
  } finally {
    await handle.close();
  }
}

async function openIfExists(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
