import { app } from 'electron';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { findFolderProblem, findLockProblem } from './data-folder';
import { createReplyFile } from './remote-reply';

/** Longer than any command stays undecided, in ms. */
const REPLY_LIMIT_MS = 15_000;

/**
 * Has the app that runs with this data folder do what the arguments say. Returns why it was not done;
 * undefined if it was. Only processes of the same user reach it: Chromium's lock sees to that.
 */
export function sendRemoteCommand(
  folder: string,
  commandLine: readonly string[],
): string | undefined {
  // Where there is no lock, nothing has to be asked.
  if (findLockProblem(folder, process.platform) !== undefined) return en.remote.notRunning;
  const problem = findFolderProblem(folder, process.platform);
  if (problem !== undefined) return format(en.remote.noFolder, { problem });
  const reply = createReplyFile(folder);
  try {
    if (app.requestSingleInstanceLock({ commandLine, replyId: reply.id })) {
      // Nobody had it, or a crash left it behind.
      app.releaseSingleInstanceLock();
      return en.remote.notRunning;
    }
    const reason = reply.wait(REPLY_LIMIT_MS);
    return reason === '' ? undefined : (reason ?? en.remote.noReply);
  } finally {
    reply.remove();
  }
}
