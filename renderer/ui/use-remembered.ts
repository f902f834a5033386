import { useCallback, useState } from 'react';

/** A choice that the window keeps between runs, such as whether a section is open. */
export function useRemembered(key: string, initial: boolean): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => read(key) ?? initial);
  const remember = useCallback(
    (next: boolean) => {
      setValue(next);
      try {
        localStorage.setItem(key, String(next));
      } catch {
        // Without storage, the choice is kept only while the window exists.
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
