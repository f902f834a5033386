import type { Clock } from '../time/clock';

/** How long the paint of a loaded page may take, in ms. A minimized window is never painted. */
const PAINT_LIMIT_MS = 3_000;
/** How long loading and painting together may take, in ms. */
const LOAD_LIMIT_MS = 15_000;

/**
 * Calls back when waiting for the window's paint should stop. While its page is loading the
 * computer is busy, and starting anything else would delay the paint further.
 *
 * @returns a function that ends the wait
 */
export function waitForPaint(
  clock: Clock,
  isLoading: () => boolean,
  onGivenUp: () => void,
): () => void {
  const startedAt = clock.elapsed();
  let cancel = wait();

  function wait(): () => void {
    return clock.after(PAINT_LIMIT_MS, () => {
      const isLate = clock.elapsed() - startedAt >= LOAD_LIMIT_MS;
      if (isLoading() && !isLate) cancel = wait();
      else onGivenUp();
    });
  }

  return () => cancel();
}
