import { screen, type BrowserWindow } from 'electron';
import { fitContent, fitSize, type Size } from './fit';

/**
 * Keeps a window inside the work area of its display when displays and panels change. `minimum` is
 * the minimum content size, if there is room for it.
 */
export function keepInWorkArea(window: BrowserWindow, minimum: Size): void {
  function fit(): void {
    if (window.isMinimized() || window.isMaximized() || window.isFullScreen()) return;
    // It depends on the desktop whether the window's bounds include its frame.
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
  // The window may have been minimized in the meantime.
  window.on('restore', fit);
  window.once('closed', () => {
    screen.off('display-added', fit);
    screen.off('display-removed', fit);
    screen.off('display-metrics-changed', fit);
  });
}
