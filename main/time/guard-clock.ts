import type { Clock } from './clock';

/** How long after a failure a timer is set again, in ms. */
const RETRY_DELAY_MS = 100;

/**
 * A clock that never throws, since every loop depends on it. It returns the last known time if it cannot be
 * read, and a timer that could not be set is set a little later, for the same moment. Errors are passed to
 * `onError`.
 */
export function guardClock(clock: Clock, onError: (error: unknown) => void): Clock {
  function guardTime(read: () => number, fallback: number): () => number {
    let last = fallback;
    function readGuarded(): number {
      try {
        last = read();
      } catch (error) {
        onError(error);
      }
      return last;
    }
    // The fallback may count from a different moment, so it is used only for a clock that never
    // worked.
    readGuarded();
    return readGuarded;
  }

  const now = guardTime(() => clock.now(), Date.now());
  const elapsed = guardTime(() => clock.elapsed(), performance.now());

  function guardTimer(set: Clock['after']): Clock['after'] {
    return function setGuarded(milliseconds, callback) {
      try {
        return set(milliseconds, callback);
      } catch (error) {
        onError(error);
      }
      const dueAt = elapsed() + milliseconds;
      let cancel: (() => void) | undefined;
      const retry = setTimeout(() => {
        cancel = setGuarded(Math.max(0, dueAt - elapsed()), callback);
      }, RETRY_DELAY_MS).unref();
      return () => {
        clearTimeout(retry);
        cancel?.();
      };
    };
  }

  return {
    now,
    elapsed,
    after: guardTimer((milliseconds, callback) => clock.after(milliseconds, callback)),
    watch: guardTimer((milliseconds, callback) => clock.watch(milliseconds, callback)),
  };
}
