import { useSyncExternalStore } from 'react';

/** The minimum width for two columns, in CSS pixels. */
const TWO_COLUMNS = '(min-width: 720px)';

export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, isWide, () => false);
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(TWO_COLUMNS);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

function isWide(): boolean {
  return matchMedia(TWO_COLUMNS).matches;
}
