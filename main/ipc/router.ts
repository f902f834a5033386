import { ipcMain } from 'electron';
import { createRequestListeners, type RouterOptions } from './request-listeners';

/** The only place that listens to windows. */
export function installRouter(options: RouterOptions): void {
  for (const [channel, listener] of createRequestListeners(options)) {
    ipcMain.handle(channel, listener);
  }
}
