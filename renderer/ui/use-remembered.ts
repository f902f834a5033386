import { useCallback, useState } from 'react';

/** A choice that this window keeps from one start to the next, such as whether a section is open. */
export function useRemembered(key: string, initial: boolean): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => read(key) ?? initial);
  const remember = useCallback(
    (next: boolean) => {
      setValue(next);
      try {
        localStorage.setItem(key, String(next));
      } catch {
        // Without storage the choice lasts as long as the window.
      }
    },
    [key],
  );
  return [value, remember];
}

function read(key: string): boolean | undefined {
  if (typeof window === 'undefined') {
    return undefined;
  }
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? undefined : stored === 'true';
  } catch {
    return undefined;
  }
}
