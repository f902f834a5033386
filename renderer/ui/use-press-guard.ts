import { useEffect } from 'react';
import { SETTLE_MS } from '../../contract/settle';
import { createMoveFilter } from './pointer-moves';

const CONTROLS = 'button, input, select, textarea, summary, a[href], [role="option"]';
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const;
/** See base.css. */
const VEIL_CLASS = 'press-veil';

/**
 * Blocks presses on a control that has appeared under the resting pointer, such as a new message or
 * a row that replaced another, because they are meant for the previous one. An overlay covers the
 * spot until the pointer moves, or only for a moment if the agent's own press or key has caused the
 * change.
 */
export function usePressGuard(): void {
  useEffect(guardPresses, []);
}

function guardPresses(): () => void {
  const hasMoved = createMoveFilter();
  let x = NaN;
  let y = NaN;
  /** The control that the pointer moved to, or has rested on for long enough. */
  let control: Element | null = null;
  /** Whether the agent has pressed something, or a key, since the pointer moved. */
  let hasActed = false;
  let scrolledAt = -Infinity;
  let veil: HTMLElement | undefined;
  let timeout: ReturnType<typeof setTimeout> | undefined;
  let isStopping = false;

  function isResting({ clientX, clientY }: MouseEvent): boolean {
    return clientX === x && clientY === y;
  }

  function findControl(): Element | null {
    // No pointer event may have arrived yet.
    if (Number.isNaN(x)) return null;
    return document.elementFromPoint(x, y)?.closest(CONTROLS) ?? null;
  }

  /** Whether a press is meant for what was there before. */
  function isTooEarly(press: MouseEvent): boolean {
    if (!isResting(press)) return false;
    if (veil !== undefined) return true;
    // The browser chooses the target first. Scrolling that corrects a change can bring the control back under
    // the pointer before this runs, but the press still goes to the other one.
    const hit = press.target instanceof Element ? press.target.closest(CONTROLS) : null;
    return hit !== null && hit !== control;
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

  /** Placed in the layer of the control, so that nothing covers it or makes it inert. */
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
  // Sent before the press that it belongs to.
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
          isStopping = isTooEarly(event);
          act();
          if (isStopping) liftSoon();
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
