import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { en } from '../../contract/locale/en';
import type { Arguments } from './arguments';

/** How long the message is shown if nobody closes it, in ms. */
const MESSAGE_LIMIT_MS = 10_000;

/**
 * Prints in one line why the data folder cannot be used, and exits with 1. Without a terminal it shows a
 * message box, for which Chromium needs another folder.
 */
export async function refuseFolder(
  { importProfile, isSmoke }: Arguments,
  folder: string,
  problem: string,
): Promise<void> {
  const detail = `The data folder ${folder} cannot be used: ${problem}. Choose another with --user-data-dir.`;
  process.stderr.write(`sidetone: ${detail}\n`);
  const hasMessageBox = importProfile === undefined && !isSmoke && !process.stderr.isTTY;
  const substitute = hasMessageBox ? makeSubstitute() : undefined;
  if (substitute !== undefined) {
    app.once('quit', () => rmSync(substitute, { recursive: true, force: true }));
    app.setPath('userData', substitute);
    await app.whenReady();
    setTimeout(() => app.exit(1), MESSAGE_LIMIT_MS);
    await dialog.showMessageBox({
      type: 'error',
      title: en.tray.title,
      message: en.desktop.cannotStart,
      detail,
    });
  }
  app.exit(1);
}

/** Undefined if not even a temporary folder can be created. */
function makeSubstitute(): string | undefined {
  try {
    return mkdtempSync(join(tmpdir(), 'sidetone-'));
  } catch {
    return undefined;
  }
}
