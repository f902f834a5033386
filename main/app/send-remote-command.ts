import type { App } from 'electron';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { findFolderProblem, findLockProblem } from './data-folder';
import { createReplyFile } from './remote-reply';

/** How long to wait for the reply, in ms: longer than any command takes to get an outcome. */
const REPLY_LIMIT_MS = 15_000;

/**
 * Passes the arguments to the app that runs with this data folder, and waits for the result.
 * Returns the reason if it was not done, else undefined. `launchedAt` is when this process was created, in ms
 * since the epoch. Chromium's lock makes sure that only processes of the same user can reach the app.
 */
export function sendRemoteCommand(
  app: Pick<App, 'requestSingleInstanceLock' | 'releaseSingleInstanceLock'>,
  folder: string,
  commandLine: readonly string[],
  launchedAt: number,
): string | undefined {
  // Without a lock, no app is running.
  if (findLockProblem(folder, process.platform) !== undefined) return en.remote.notRunning;
  const problem = findFolderProblem(folder, process.platform);
  if (problem !== undefined) return format(en.remote.noFolder, { problem });
  const reply = createReplyFile(folder);
  try {
    // As text, because Chromium takes some bytes of a number for white space, and then the command is lost.
    const data = { commandLine, launchedAt: String(launchedAt), replyId: reply.id };
    if (app.requestSingleInstanceLock(data)) {
      // Nobody held the lock, or a crash left it behind.
      app.releaseSingleInstanceLock();
      return en.remote.notRunning;
    }
    const reason = reply.wait(REPLY_LIMIT_MS);
    return reason === '' ? undefined : (reason ?? en.remote.noReply);
  } finally {
    reply.remove();
  }
}
