import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useHold, type HoldProps } from '../../ui/use-hold';

/** The message under the pointer or with the focus. */
export interface HeldToast {
  readonly key: string;
  /** Whether it had the button that shows the others. */
  readonly hasMore: boolean;
}

export interface SteadyToasts {
  readonly held: HeldToast | undefined;
  /** For the element that holds the messages. */
  readonly hold: HoldProps;
  readonly ref: RefObject<HTMLDivElement | null>;
}

/**
 * Keeps the messages in place while the pointer or the focus is among them, and returns which one
 * was the newest then. `keys` are those of all messages, newest first.
 */
export function useSteadyToasts(keys: readonly string[]): SteadyToasts {
  const { isHeld, hold } = useHold();
  const [held, setHeld] = useState<HeldToast>();
  const ref = useRef<HTMLDivElement>(null);
  const [newest] = keys;
  const isKept = isHeld && held !== undefined && keys.includes(held.key);
  const next =
    isHeld && newest !== undefined ? { key: newest, hasMore: keys.length > 1 } : undefined;
  if (!isKept && held?.key !== next?.key) {
    setHeld(next);
  }
  // A strip that appears or disappears at the bottom edge would move them.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!isHeld || element === null) return;
    const { bottom } = element.getBoundingClientRect();
    element.style.position = 'fixed';
    element.style.bottom = `${String(window.innerHeight - bottom)}px`;
    return () => element.removeAttribute('style');
  }, [isHeld]);
  return { held: isKept ? held : next, hold, ref };
}
