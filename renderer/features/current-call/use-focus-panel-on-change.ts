import { useLayoutEffect, type RefObject } from 'react';

/**
 * When the panel changes to another call, the focus moves from its button to the panel. The button
 * in the same place is for another call, or is gone, and the focus must not be lost.
 */
export function useFocusPanelOnChange(
  panel: RefObject<HTMLElement | null>,
  callId: string | undefined,
): void {
  useLayoutEffect(() => {
    const element = panel.current;
    return () => {
      // Runs while the focused element is still in the page.
      if (element?.contains(document.activeElement) === true && element.isConnected) {
        element.focus({ preventScroll: true });
      }
    };
  }, [panel, callId]);
}
