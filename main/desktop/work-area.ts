import { screen, type BrowserWindow } from 'electron';
import { fitContent, fitInto, type Size } from './fit';

/**
 * Keeps a window inside the work area of its display while displays and panels come, go and change.
 * `minimum` is the smallest content where there is room for it.
 */
export function keepInWorkArea(window: BrowserWindow, minimum: Size): void {
  function fit(): void {
    if (window.isMinimized() || window.isMaximized() || window.isFullScreen()) return;
    const bounds = window.getBounds();
    const area = screen.getDisplayMatching(bounds).workArea;
    const { width, height } = fitContent(minimum, area);
    window.setMinimumSize(width, height);
    const fitted = fitInto(bounds, area);
    if (JSON.stringify(fitted) !== JSON.stringify(bounds)) window.setBounds(fitted);
  }

  screen.on('display-added', fit);
  screen.on('display-removed', fit);
  screen.on('display-metrics-changed', fit);
  // A window that was minimized meanwhile.
  window.on('restore', fit);
  window.once('closed', () => {
    screen.off('display-added', fit);
    screen.off('display-removed', fit);
    screen.off('display-metrics-changed', fit);
  });
}
