import { useLayoutEffect, type RefObject } from 'react';

/**
 * When the panel comes to show another call, the focus moves from its button to the panel: the button in
 * the same place is about another call, or gone, and the focus must not fall to the page.
 */
export function useKeptFocus(
  panel: RefObject<HTMLElement | null>,
  callId: string | undefined,
): void {
  useLayoutEffect(() => {
    const element = panel.current;
    return () => {
      // Runs while what had the focus is still in the page.
      if (element?.contains(document.activeElement) === true && element.isConnected) {
        element.focus({ preventScroll: true });
      }
    };
  }, [panel, callId]);
}
