import { closeSync, constants, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cleanText } from '../../contract/text';
import { lazyCrypto } from '../disk/lazy-crypto';

/** How often to check for the reply, in ms. */
const INTERVAL_MS = 2;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * The file in which the running app reports the result of a command. Only its owner can read or
 * write it.
 */
export interface ReplyFile {
  /** The id that the running app finds it by. */
  readonly id: string;
  /**
   * Blocks until the reply is there: '' if the command was done, else the reason why not. Undefined
   * after `limit` ms. It blocks because returning to the event loop would let Chromium start its
   * other processes.
   */
  wait(limit: number): string | undefined;
  remove(): void;
}

/** @throws if no file can be created in the folder */
export function createReplyFile(folder: string): ReplyFile {
  const id = lazyCrypto().randomUUID();
  const file = pathOf(folder, id);
  closeSync(openSync(file, 'wx', 0o600));
  return {
    id,
    wait: (limit) => {
      const clock = new Int32Array(new SharedArrayBuffer(4));
      for (let waited = 0; waited < limit; waited += INTERVAL_MS) {
        const text = readFileSync(file, 'utf8');
        // The reply is complete once it ends with a line break.
        if (text.endsWith('\n')) return text.trimEnd();
        Atomics.wait(clock, 0, 0, INTERVAL_MS);
      }
      return undefined;
    },
    remove: () => rmSync(file, { force: true }),
  };
}

/**
 * Writes the reply, without `reason` if the command was done. Does nothing if nobody waits for it
 * any more.
 */
export function writeReply(folder: string, id: string, reason = ''): void {
  if (!UUID.test(id)) return;
  try {
    // Windows has no `O_NOFOLLOW`, so the flag is 0 there.
    const file = openSync(pathOf(folder, id), constants.O_WRONLY | constants.O_NOFOLLOW);
    writeSync(file, `${cleanText(reason)}\n`);
    closeSync(file);
  } catch {
    // The process that asked has given up.
  }
}

function pathOf(folder: string, id: string): string {
  return join(folder, `.reply-${id}`);
}
