import { useMemo, useState, type FocusEvent } from 'react';

/** Handlers for the element that holds rows, by which it is known whether the agent is among them. */
export interface HoldProps {
  readonly onPointerMove: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/** Whether the pointer or the focus is in an element, so that nothing in it may move. */
export function useHold(): { readonly isHeld: boolean; readonly hold: HoldProps } {
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const hold = useMemo(
    (): HoldProps => ({
      // Not on entering: a list that appears under a pointer at rest is not what the agent points at, and
      // who joins then would wait until the pointer happens to move away.
      onPointerMove: () => setIsPointedAt(true),
      onPointerLeave: () => setIsPointedAt(false),
      onFocus: () => setHasFocus(true),
      onBlur: ({ currentTarget, relatedTarget }) =>
        setHasFocus(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
    }),
    [],
  );
  return { isHeld: isPointedAt || hasFocus, hold };
}
