import { join } from 'node:path';
import { app, nativeImage, type BrowserWindow } from 'electron';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';

/** Shows the number of missed calls on the app's icon; no badge for 0. */
export function setBadge(window: BrowserWindow, iconDirectory: string, count: number): void {
  if (process.platform !== 'win32') {
    app.setBadgeCount(count);
    return;
  }
  const picture =
    count === 0 ? null : nativeImage.createFromPath(join(iconDirectory, 'missed.png'));
  window.setOverlayIcon(picture, format(en.tray.missedCalls, { count }));
}
