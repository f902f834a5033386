import { useEffect } from 'react';
import { createMoveFilter } from './pointer-moves';

/** How long after an action of the agent a press may still have been meant for what was there before, in ms. */
const SETTLE_MS = 400;
const CONTROLS = 'button, input, select, textarea, summary, a[href], [role="option"]';
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const;
/** See base.css. */
const VEIL_CLASS = 'press-veil';

/**
 * Stops presses on a control that came under the resting pointer, such as a message that arrives or a row
 * that takes the place of another: they were meant for what was there before. A veil lies over the spot
 * until the pointer moves, or for a moment where the agent's own press or key has brought the control.
 */
export function usePressGuard(): void {
  useEffect(guardPresses, []);
}

function guardPresses(): () => void {
  const hasMoved = createMoveFilter();
  let x = NaN;
  let y = NaN;
  /** What the pointer came to, or has rested on for long enough. */
  let control: Element | null = null;
  /** The agent has pressed something, or a key, since the pointer moved. */
  let hasActed = false;
  let scrolledAt = -Infinity;
  let veil: HTMLElement | undefined;
  let timeout: ReturnType<typeof setTimeout> | undefined;
  let isStopping = false;

  function isResting({ clientX, clientY }: MouseEvent): boolean {
    return clientX === x && clientY === y;
  }

  function findControl(): Element | null {
    // The pointer may not have been seen yet.
    if (Number.isNaN(x)) return null;
    return document.elementFromPoint(x, y)?.closest(CONTROLS) ?? null;
  }

  function lift(): void {
    clearTimeout(timeout);
    veil?.remove();
    veil = undefined;
    control = findControl();
  }

  function liftSoon(): void {
    clearTimeout(timeout);
    timeout = setTimeout(lift, SETTLE_MS);
  }

  /** In the layer of the control, where nothing lies over it and nothing makes it inert. */
  function cover(layer: Element): void {
    veil = document.createElement('div');
    veil.className = VEIL_CLASS;
    veil.ariaHidden = 'true';
    veil.popover = 'manual';
    veil.style.left = `${String(x)}px`;
    veil.style.top = `${String(y)}px`;
    layer.append(veil);
    veil.showPopover();
    if (hasActed) liftSoon();
  }

  function act(): void {
    hasActed = true;
    if (veil !== undefined) liftSoon();
  }

  const events = new AbortController();
  const options = { capture: true, signal: events.signal };
  document.addEventListener(
    'pointermove',
    (event) => {
      if (!hasMoved(event)) return;
      ({ clientX: x, clientY: y } = event);
      hasActed = false;
      lift();
    },
    options,
  );
  // Comes before the press that it belongs to.
  document.addEventListener(
    'pointerover',
    (event) => {
      if (veil !== undefined || event.pointerType !== 'mouse' || !isResting(event)) return;
      const found = findControl();
      if (event.timeStamp - scrolledAt < SETTLE_MS) {
        control = found;
      } else if (found !== null && found !== control) {
        cover(found.closest('dialog, [popover]') ?? document.body);
      }
    },
    options,
  );
  document.addEventListener('wheel', ({ timeStamp }) => (scrolledAt = timeStamp), {
    ...options,
    passive: true,
  });
  document.addEventListener('keydown', act, options);
  for (const press of PRESSES) {
    document.addEventListener(
      press,
      (event) => {
        if (press === 'pointerdown') {
          isStopping = veil !== undefined && isResting(event);
          act();
        }
        const isByKey = press === 'click' && event.detail === 0;
        if (isStopping && !isByKey) {
          event.preventDefault();
          event.stopPropagation();
        }
      },
      options,
    );
  }
  return () => {
    events.abort();
    lift();
  };
}
