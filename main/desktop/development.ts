import type { WebContents } from 'electron';

/**
 * Opens a window to its developer: F12 or Ctrl+Shift+I (Cmd+Option+I) toggle the developer tools, and
 * the page may reload itself, as it must after a change that cannot be replaced in place. To be called
 * in a development build only.
 */
export function openToDeveloper(contents: WebContents): void {
  contents.on('before-input-event', (event, { type, key, code, control, shift, meta, alt }) => {
    const isChord = code === 'KeyI' && ((control && shift) || (meta && alt));
    if (type !== 'keyDown' || (key !== 'F12' && !isChord)) return;
    event.preventDefault();
    contents.toggleDevTools();
  });
  // Navigation is locked, and a page that reloads itself navigates.
  contents.on('will-navigate', ({ url }) => {
    if (url === contents.getURL()) contents.reload();
  });
}
