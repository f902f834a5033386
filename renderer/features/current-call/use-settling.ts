import { useEffect, useState } from 'react';

/** How long a press may still have been meant for what was there before, in ms. */
const SETTLE_MS = 400;

/** Whether what a button means changed only just now; `meaning` says when it does. */
export function useSettling(meaning: string): boolean {
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    const timeout = setTimeout(() => setSettled(meaning), SETTLE_MS);
    return () => clearTimeout(timeout);
  }, [meaning]);
  return settled !== meaning;
}
