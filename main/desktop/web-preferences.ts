import { join } from 'node:path';
import type { Session, WebPreferences } from 'electron';

/**
 * The preferences of all pages of the app. `root` is the folder of the built application, which
 * contains `preload/`.
 */
export function webPreferences(session: Session, root: string): WebPreferences {
  return {
    session,
    preload: join(root, 'preload', 'index.js'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    // The ring sound must start without a click.
    autoplayPolicy: 'no-user-gesture-required',
  };
}
