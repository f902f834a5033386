import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useFreeze, type FreezeProps } from '../../ui/use-freeze';

/** The message under the pointer or with the focus. */
export interface FrozenToast {
  readonly key: string;
  /** Whether it had the button that shows the others. */
  readonly hasMore: boolean;
}

export interface SteadyToasts {
  readonly frozen: FrozenToast | undefined;
  /** For the element that contains the messages. */
  readonly freezeProps: FreezeProps;
  readonly ref: RefObject<HTMLDivElement | null>;
}

/**
 * Keeps the messages in place while the pointer or the focus is among them, and returns which one
 * was the newest then. `keys` are those of all messages, newest first.
 */
export function useSteadyToasts(keys: readonly string[]): SteadyToasts {
  const { isFrozen, freezeProps } = useFreeze();
  const [frozen, setFrozen] = useState<FrozenToast>();
  const ref = useRef<HTMLDivElement>(null);
  const [newest] = keys;
  const isKept = isFrozen && frozen !== undefined && keys.includes(frozen.key);
  const next =
    isFrozen && newest !== undefined ? { key: newest, hasMore: keys.length > 1 } : undefined;
  if (!isKept && frozen?.key !== next?.key) {
    setFrozen(next);
  }
  // A strip that appears or disappears at the bottom edge would move them.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!isFrozen || element === null) return;
    const { bottom } = element.getBoundingClientRect();
    element.style.position = 'fixed';
    element.style.bottom = `${String(window.innerHeight - bottom)}px`;
    return () => element.removeAttribute('style');
  }, [isFrozen]);
  return { frozen: isKept ? frozen : next, freezeProps, ref };
}
