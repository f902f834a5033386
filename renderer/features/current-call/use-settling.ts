import { useEffect, useState } from 'react';
import { SETTLE_MS } from '../../../contract/settle';

/** Whether the meaning of a button has just changed. `meaning` identifies it. */
export function useSettling(meaning: string): boolean {
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    const timeout = setTimeout(() => setSettled(meaning), SETTLE_MS);
    return () => clearTimeout(timeout);
  }, [meaning]);
  return settled !== meaning;
}
