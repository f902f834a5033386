import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useHold, type HoldProps } from '../../ui/use-hold';

export interface SteadyRows {
  /** For the list that holds the rows. */
  readonly hold: HoldProps;
  readonly ref: RefObject<HTMLUListElement | null>;
}

/** Keeps the heights of the rows while the pointer or the focus is in the list, even if their texts change. */
export function useSteadyRows(): SteadyRows {
  const { isHeld, hold } = useHold();
  const ref = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (!isHeld || ref.current === null) return;
    const rows = Array.from(ref.current.querySelectorAll('li'));
    const heights = rows.map(({ offsetHeight }) => offsetHeight);
    rows.forEach(({ style }, index) => (style.height = `${String(heights[index])}px`));
    return () => rows.forEach((row) => row.removeAttribute('style'));
  }, [isHeld]);
  return { hold, ref };
}
