import { open, readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Is called with each chunk of a process's memory. */
type Visit = (piece: Buffer) => void;

const PIECE_BYTES = 16 * 1024 * 1024;
/** Longer than any text that is searched for, so that no match is split between chunks. */
const OVERLAP_BYTES = 4 * 1024;

/**
 * Searches the memory of the renderer process for texts, in both of V8's string encodings. If the system
 * denies access to the memory, searches a heap snapshot instead.
 *
 * @returns the texts that were found
 */
export async function findInMemory(
  page: Page,
  processId: number,
  texts: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  const visit: Visit = (piece) => {
    for (const text of texts) {
      if (piece.includes(text, 0, 'latin1') || piece.includes(text, 0, 'utf16le')) found.add(text);
    }
  };
  const isRead = await readMemory(processId, visit);
  if (!isRead) visit(Buffer.from(await takeHeapSnapshot(page)));
  return found;
}

/** @returns false if the memory cannot be read */
async function readMemory(processId: number, visit: Visit): Promise<boolean> {
  let regions: string;
  let memory;
  try {
    regions = await readFile(`/proc/${processId}/maps`, 'utf8');
    memory = await open(`/proc/${processId}/mem`, 'r');
  } catch {
    return false;
  }
  const buffer = Buffer.alloc(PIECE_BYTES + OVERLAP_BYTES);
  try {
    for (const [start, end] of readableRegions(regions)) {
      for (let at = start; at < end; at += PIECE_BYTES) {
        // Some listed regions cannot be read, such as those of a driver.
        const { bytesRead } = await memory
          .read(buffer, 0, Math.min(end - at, buffer.length), at)
          .catch(() => ({ bytesRead: 0 }));
        visit(buffer.subarray(0, bytesRead));
      }
    }
  } finally {
    await memory.close();
  }
  return true;
}

/** Only writable memory can contain data; program files are left out. */
function readableRegions(maps: string): [number, number][] {
  return [...maps.matchAll(/^([\da-f]+)-([\da-f]+) rw/gm)].map(([, start, end]) => [
    Number.parseInt(start ?? '', 16),
    Number.parseInt(end ?? '', 16),
  ]);
}

async function takeHeapSnapshot(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  let snapshot = '';
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => (snapshot += chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return snapshot;
}
