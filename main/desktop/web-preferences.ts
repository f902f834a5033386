import { join } from 'node:path';
import type { Session, WebPreferences } from 'electron';

/** How every page of ours runs. `root` is the folder of the built application, which holds `preload/`. */
export function webPreferences(session: Session, root: string): WebPreferences {
  return {
    session,
    preload: join(root, 'preload', 'index.js'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    // The ring sound starts without a click.
    autoplayPolicy: 'no-user-gesture-required',
  };
}
