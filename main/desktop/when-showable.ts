import type { BrowserWindow } from 'electron';

/** A window is shown after this time even if its page is not ready, in ms. */
const LIMIT_MS = 3_000;

/**
 * Calls back once a new window has something to show. On Wayland, where hidden windows are not
 * painted, the event for that is often not sent. So this also calls back when the page has loaded,
 * or after a time.
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
