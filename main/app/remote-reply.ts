import { randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cleanText } from '../../contract/text';

/** How often the reply is looked for, in ms. */
const INTERVAL_MS = 10;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Where the running app writes what became of a command: a file that only its owner can read or write. */
export interface ReplyFile {
  /** Names it for the running app. */
  readonly id: string;
  /**
   * Blocks until the reply is there: '' if it was done, else the reason why not. Undefined after
   * `limit` ms. Returning to the event loop instead would have Chromium start its other processes.
   */
  wait(limit: number): string | undefined;
  remove(): void;
}

/** @throws where no file can be made in the folder */
export function createReplyFile(folder: string): ReplyFile {
  const id = randomUUID();
  const file = pathOf(folder, id);
  closeSync(openSync(file, 'wx', 0o600));
  return {
    id,
    wait: (limit) => {
      const clock = new Int32Array(new SharedArrayBuffer(4));
      for (let waited = 0; waited < limit; waited += INTERVAL_MS) {
        const text = readFileSync(file, 'utf8');
        // It is complete with the end of its line.
        if (text.endsWith('\n')) return text.trimEnd();
        Atomics.wait(clock, 0, 0, INTERVAL_MS);
      }
      return undefined;
    },
    remove: () => rmSync(file, { force: true }),
  };
}

/** Writes the reply, without `reason` if it was done; does nothing if nobody waits for it any more. */
export function writeReply(folder: string, id: string, reason = ''): void {
  if (!UUID.test(id)) return;
  try {
    // Windows has no `O_NOFOLLOW`, which then changes nothing.
    const file = openSync(pathOf(folder, id), constants.O_WRONLY | constants.O_NOFOLLOW);
    writeSync(file, `${cleanText(reason)}\n`);
    closeSync(file);
  } catch {
    // Whoever asked has given up.
  }
}

function pathOf(folder: string, id: string): string {
  return join(folder, `.reply-${id}`);
}
