import type { BrowserWindow } from 'electron';
import type { Broadcaster } from '../ipc/broadcaster';

/**
 * Sends snapshots to the window while it is seen: nobody reads a hidden one, and when it is shown again it gets the
 * latest. Returns what sends one now. `onSeenAgain` is called when it comes back.
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
  // One that was never shown, only minimized, comes up this way.
  window.on('restore', resume);
  return send;
}
