import { join } from 'node:path';
import { app, nativeImage, type BrowserWindow } from 'electron';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';

/** Shows on the app's icon how many calls were missed; none if it is 0. */
export function setBadge(window: BrowserWindow, iconDirectory: string, count: number): void {
  if (process.platform !== 'win32') {
    app.setBadgeCount(count);
    return;
  }
  const picture =
    count === 0 ? null : nativeImage.createFromPath(join(iconDirectory, 'missed.png'));
  window.setOverlayIcon(picture, format(en.tray.missedCalls, { count }));
}
