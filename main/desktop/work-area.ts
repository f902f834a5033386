import { screen, type BrowserWindow } from 'electron';
import { fitContent, fitSize, type Size } from './fit';

/**
 * Keeps a window inside the work area of its display while displays and panels come, go and change.
 * `minimum` is the smallest content where there is room for it.
 */
export function keepInWorkArea(window: BrowserWindow, minimum: Size): void {
  function fit(): void {
    if (window.isMinimized() || window.isMaximized() || window.isFullScreen()) return;
    // Whether the bounds of the window itself include its frame depends on the desktop.
    const content = window.getContentBounds();
    const area = screen.getDisplayMatching(content).workArea;
    const { width, height } = fitSize(minimum, area);
    window.setMinimumSize(width, height);
    const fitted = fitContent(content, area);
    if (fitted !== content) window.setContentBounds(fitted);
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
