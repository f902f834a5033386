import { useEffect, useState } from 'react';

/** How long after a change a press may still be meant for the previous button, in ms. */
const SETTLE_MS = 400;

/** Whether the meaning of a button has just changed. `meaning` identifies it. */
export function useSettling(meaning: string): boolean {
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    const timeout = setTimeout(() => setSettled(meaning), SETTLE_MS);
    return () => clearTimeout(timeout);
  }, [meaning]);
  return settled !== meaning;
}
