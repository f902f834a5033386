import type { WebContents } from 'electron';

/**
 * Makes a window debuggable: F12 or Ctrl+Shift+I (Cmd+Option+I) toggles the developer tools, and
 * the page may reload itself, which it needs after a change that cannot be applied in place. For
 * development builds only.
 */
export function openToDeveloper(contents: WebContents): void {
  contents.on('before-input-event', (event, { type, key, code, control, shift, meta, alt }) => {
    const isChord = code === 'KeyI' && ((control && shift) || (meta && alt));
    if (type !== 'keyDown' || (key !== 'F12' && !isChord)) return;
    event.preventDefault();
    contents.toggleDevTools();
  });
  // Navigation is blocked otherwise, and reloading is a navigation.
  contents.on('will-navigate', ({ url }) => {
    if (url === contents.getURL()) contents.reload();
  });
}
