import { useEffect } from 'react';

/** How long a press may still have been meant for what was there before, in ms. */
const SETTLE_MS = 400;
const CONTROLS = 'button, input, select, textarea, summary, a[href], [role="option"]';
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const;
/** On a control that cannot be pressed yet; see base.css. */
const SETTLING = 'data-settling';

/**
 * Stops a press on a control that came under the resting pointer only just now, such as a message that
 * arrives or a row that moves up: it was meant for what was there before.
 */
export function usePressGuard(): void {
  useEffect(() => {
    const guard = createPressGuard();
    const events = new AbortController();
    const options = { capture: true, signal: events.signal };
    document.addEventListener('pointermove', guard.move, options);
    document.addEventListener('pointerover', guard.enter, options);
    for (const press of PRESSES) {
      document.addEventListener(press, guard.press, options);
    }
    return () => {
      events.abort();
      guard.end();
    };
  }, []);
}

function createPressGuard() {
  let x = 0;
  let y = 0;
  let control: Element | null = null;
  let settling: Element | null = null;
  let timeout: ReturnType<typeof setTimeout> | undefined;
  let isStopping = false;

  function settle(entered: Element): void {
    end();
    settling = entered;
    entered.setAttribute(SETTLING, '');
    timeout = setTimeout(() => {
      end();
      control = controlOf(document.elementFromPoint(x, y));
    }, SETTLE_MS);
  }

  function end(): void {
    clearTimeout(timeout);
    settling?.removeAttribute(SETTLING);
    settling = null;
  }

  return {
    end,
    move: (event: PointerEvent): void => {
      // The browser repeats a move where it was when what is under it changes.
      if (event.clientX !== x || event.clientY !== y) {
        ({ clientX: x, clientY: y } = event);
        end();
        control = controlOf(event.target);
      }
    },
    /** Comes before the move or the press that it belongs to. */
    enter: (event: PointerEvent): void => {
      const entered = controlOf(event.target);
      const isResting = event.pointerType === 'mouse' && event.clientX === x && event.clientY === y;
      if (isResting && entered !== null && entered !== control) {
        settle(entered);
      }
      control = entered;
    },
    press: (event: MouseEvent): void => {
      if (event.type === 'pointerdown') {
        isStopping = settling !== null && controlOf(event.target) === settling;
      }
      const isByKey = event.type === 'click' && event.detail === 0;
      if (isStopping && !isByKey) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
  };
}

function controlOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(CONTROLS) : null;
}
