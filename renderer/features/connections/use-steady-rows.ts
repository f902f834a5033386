import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useFreeze, type FreezeProps } from '../../ui/use-freeze';

export interface SteadyRows {
  /** For the list that contains the rows. */
  readonly freezeProps: FreezeProps;
  readonly ref: RefObject<HTMLUListElement | null>;
}

/** Keeps the heights of the rows while the pointer or the focus is in the list, even if their texts change. */
export function useSteadyRows(): SteadyRows {
  const { isFrozen, freezeProps } = useFreeze();
  const ref = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (!isFrozen || ref.current === null) return;
    const rows = Array.from(ref.current.querySelectorAll('li'));
    const heights = rows.map(({ offsetHeight }) => offsetHeight);
    rows.forEach(({ style }, index) => (style.height = `${String(heights[index])}px`));
    return () => rows.forEach((row) => row.removeAttribute('style'));
  }, [isFrozen]);
  return { freezeProps, ref };
}
