import { useSyncExternalStore } from 'react';
import { RESUMED } from './resumed';

/** The start of the current day where the agent is, in ms since the epoch. */
export function startOfToday(): number {
  return new Date().setHours(0, 0, 0, 0);
}

/**
 * Calls back at midnight, and when the page is shown or gets the focus or the computer has slept, because its
 * timers do not count that time.
 *
 * @returns a function that ends it.
 */
export function followToday(onChange: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function schedule(): void {
    clearTimeout(timer);
    timer = setTimeout(check, new Date().setHours(24, 0, 0, 0) - Date.now());
  }

  function check(): void {
    schedule();
    onChange();
  }

  schedule();
  document.addEventListener('visibilitychange', check);
  document.addEventListener(RESUMED, check);
  window.addEventListener('focus', check);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', check);
    document.removeEventListener(RESUMED, check);
    window.removeEventListener('focus', check);
  };
}

/** `startOfToday`, kept up to date. */
export function useToday(): number {
  return useSyncExternalStore(followToday, startOfToday, startOfToday);
}
