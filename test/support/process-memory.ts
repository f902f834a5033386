import { open, readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Calls back for each piece of a process's memory, in which texts can be looked for. */
type Visit = (piece: Buffer) => void;

const PIECE_BYTES = 16 * 1024 * 1024;
/** Longer than any text that is looked for, so that none is cut in two. */
const OVERLAP_BYTES = 4 * 1024;

/**
 * Looks for texts in the memory of the page's process, in both of the forms in which V8 keeps them.
 * Where the system does not let us read it, the page's heap stands for it.
 *
 * @returns those that were found
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

/** @returns false where the memory may not be read */
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
        // Some regions are listed and cannot be read, such as those of a driver.
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

/** What the process can write is what it can have learned; its program files are left out. */
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
