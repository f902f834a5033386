import type { BrowserWindow } from 'electron';

/** A window is shown after this time, however far its page has come, in ms. */
const LIMIT_MS = 3_000;

/**
 * Calls back once, when a new window has something to show. Its own event for that often never comes on
 * Wayland, where nothing paints a window that is not shown: the loaded page counts too, and the time.
 */
export function whenShowable(window: BrowserWindow, show: () => void): void {
  const limit = setTimeout(act, LIMIT_MS);
  window.once('ready-to-show', act);
  window.webContents.once('did-finish-load', act);
  window.once('closed', () => clearTimeout(limit));
  let isDone = false;

  function act(): void {
    clearTimeout(limit);
    if (!isDone && !window.isDestroyed()) show();
    isDone = true;
  }
}
