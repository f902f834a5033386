import type { BrowserWindow } from 'electron';
import type { Broadcaster } from '../ipc/broadcaster';

/**
 * Sends snapshots to the window while it is visible. A hidden window needs none, and gets the
 * latest when it is shown again. Returns a function that sends one now. `onSeenAgain` is called
 * when the window becomes visible again.
 */
export function feedWindow(
  window: BrowserWindow,
  broadcaster: Broadcaster,
  onSeenAgain: () => void,
): () => void {
  const send = (): void => {
    if (!window.isVisible()) return;
    broadcaster.add(window.webContents);
    broadcaster.publish();
  };
  const resume = (): void => {
    send();
    onSeenAgain();
  };
  window.on('hide', () => broadcaster.remove(window.webContents.id));
  window.on('show', resume);
  // A window that was only minimized, never shown, sends this event.
  window.on('restore', resume);
  return send;
}
