import { useEffect, useMemo, useState, type FocusEvent, type PointerEvent } from 'react';

/** Handlers for the element that holds rows, by which it is known whether the agent is among them. */
export interface HoldProps {
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/** Whether the pointer or the focus is in an element, so that nothing in it may move. */
export function useHold(): { readonly isHeld: boolean; readonly hold: HoldProps } {
  const [pointedAt, setPointedAt] = useState<HTMLElement>();
  const [hasFocus, setHasFocus] = useState(false);
  useEffect(
    () =>
      pointedAt === undefined ? undefined : onLeaving(pointedAt, () => setPointedAt(undefined)),
    [pointedAt],
  );
  const hold = useMemo(
    (): HoldProps => ({
      // Not on entering: a list that appears under a pointer at rest is not what the agent points at, and
      // who joins then would wait until the pointer happens to move away.
      onPointerMove: ({ currentTarget }) => setPointedAt(currentTarget),
      // Not where it only stays behind after a press by the pointer, such as on the button of a menu.
      onFocus: ({ target }) => setHasFocus(target.matches(':focus-visible')),
      onBlur: ({ currentTarget, relatedTarget }) =>
        setHasFocus(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
    }),
    [],
  );
  return { isHeld: pointedAt !== undefined || hasFocus, hold };
}

/**
 * Calls back when the pointer is elsewhere. React's `onPointerLeave` is not called if what was under the
 * pointer is removed, such as the menu of a row.
 */
function onLeaving(element: HTMLElement, leave: () => void): () => void {
  const events = new AbortController();
  document.addEventListener(
    'pointerover',
    ({ target }) => {
      if (!(target instanceof Node && element.contains(target))) leave();
    },
    events,
  );
  document.documentElement.addEventListener('pointerleave', leave, events);
  return () => events.abort();
}
