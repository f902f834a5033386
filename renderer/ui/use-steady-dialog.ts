import { useLayoutEffect, type RefObject } from 'react';

/** The minimum distance between a dialog and the edge of the window, in CSS pixels. */
const MARGIN = 16;

/**
 * Keeps the buttons of a dialog where they are when its text changes: it opens in the middle of the window,
 * grows upward from there, and never shrinks. Starts again when the size of the window changes.
 */
export function useSteadyDialog(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const keepHeight = new ResizeObserver(() => {
      element.style.setProperty('min-height', `${String(element.offsetHeight)}px`);
    });
    const place = (): void => {
      element.removeAttribute('style');
      const bottom = element.offsetTop + element.offsetHeight;
      element.style.setProperty('inset-block', `auto ${String(window.innerHeight - bottom)}px`);
      element.style.setProperty('margin-block', '0');
      element.style.setProperty('max-height', `${String(bottom - MARGIN)}px`);
    };
    place();
    keepHeight.observe(element);
    window.addEventListener('resize', place);
    return () => {
      keepHeight.disconnect();
      window.removeEventListener('resize', place);
    };
  }, [dialog]);
}
