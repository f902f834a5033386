import { useEffect, useState } from 'react';

/** How long the explanation stays, in ms. */
const SHOWN_FOR_MS = 3_000;

/**
 * Replaces the action of a button that has just changed its meaning: a press then only shows why nothing
 * happens.
 */
export function useEarlyPress(
  isSettling: boolean,
  onPress: () => void,
): { readonly isEarly: boolean; readonly press: () => void } {
  const [isEarly, setIsEarly] = useState(false);
  useEffect(() => {
    if (!isEarly) return;
    const timeout = setTimeout(() => setIsEarly(false), SHOWN_FOR_MS);
    return () => clearTimeout(timeout);
  }, [isEarly]);
  return {
    isEarly,
    press: () => {
      setIsEarly(isSettling);
      if (!isSettling) onPress();
    },
  };
}
