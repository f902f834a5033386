import { useEffect } from 'react';
import { createMoveFilter } from './pointer-moves';

const NAVIGATION_KEYS = new Set(['Tab', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'F6']);
/** See ButtonTooltip.module.css. */
const ATTRIBUTE = 'data-hides-hints';

/**
 * Hides the hints of buttons, with their names and keys, from when the agent presses something until the
 * pointer moves to another button or the keyboard moves the focus. Otherwise the hint of a button that was
 * pressed, or that then appeared under the resting pointer, would stay and cover the text above it, such
 * as who is calling.
 */
export function useHintGuard(): void {
  useEffect(() => {
    const root = document.documentElement;
    const hasMoved = createMoveFilter();
    const events = new AbortController();
    const options = { capture: true, signal: events.signal };
    let pressedOn: Element | null = null;

    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        pressedOn = findButton(target);
        // Its hint says why it is disabled.
        root.toggleAttribute(ATTRIBUTE, pressedOn?.hasAttribute('aria-disabled') !== true);
      },
      options,
    );
    document.addEventListener(
      'keydown',
      ({ key }) => root.toggleAttribute(ATTRIBUTE, !NAVIGATION_KEYS.has(key)),
      options,
    );
    document.addEventListener(
      'pointermove',
      (event) => {
        if (hasMoved(event) && findButton(event.target) !== pressedOn) {
          pressedOn = null;
          root.removeAttribute(ATTRIBUTE);
        }
      },
      options,
    );
    return () => {
      events.abort();
      root.removeAttribute(ATTRIBUTE);
    };
  }, []);
}

function findButton(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('button') : null;
}
