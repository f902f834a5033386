import type { Clock } from './clock';

/** How long after a timer could not be set it is set again, in ms. */
const RETRY_DELAY_MS = 100;

/**
 * A clock that never throws, since every loop depends on it: it goes on from the last time that is known,
 * and a timer that could not be set is set a little later. Errors are passed to `onError`.
 */
export function guardClock(clock: Clock, onError: (error: unknown) => void): Clock {
  function guardTime(read: () => number, first: number): () => number {
    let last = first;
    return () => {
      try {
        last = read();
      } catch (error) {
        onError(error);
      }
      return last;
    };
  }

  function guardTimer(set: Clock['after']): Clock['after'] {
    return function setGuarded(milliseconds, callback) {
      try {
        return set(milliseconds, callback);
      } catch (error) {
        onError(error);
      }
      let cancel: (() => void) | undefined;
      const retry = setTimeout(() => {
        cancel = setGuarded(milliseconds, callback);
      }, RETRY_DELAY_MS).unref();
      return () => {
        clearTimeout(retry);
        cancel?.();
      };
    };
  }

  return {
    now: guardTime(() => clock.now(), Date.now()),
    elapsed: guardTime(() => clock.elapsed(), performance.now()),
    after: guardTimer((milliseconds, callback) => clock.after(milliseconds, callback)),
    watch: guardTimer((milliseconds, callback) => clock.watch(milliseconds, callback)),
  };
}
