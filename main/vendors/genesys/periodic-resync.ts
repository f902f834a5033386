import type { Clock } from '../../time/clock';
import { createBackoff, MAX_REFRESH_DELAY_MS, maxRefreshDelayMs } from '../shared/backoff';

const MIN_IDLE_DELAY_MS = 3_000;
/** As often as a server answers a poll without notifications. */
const MAX_IDLE_DELAY_MS = 30_000;
/**
 * During a call. Detecting the end of a call without a notification takes two requests, both of which must be
 * in time.
 */
const CALL_DELAY_MS = MAX_REFRESH_DELAY_MS - 800;
/** How long after a fetch the next one for a call that may be back is due. Late notifications come in bursts. */
const RETURN_DELAY_MS = 1_000;
/** The last answer lacked a call, and the next one decides whether it has ended. */
const DOUBT_DELAY_MS = 400;

/**
 * Fetches the calls although nothing seems to be missing. A notification that the server lost, or sent
 * after a newer one, leaves no trace: polls are still answered. So the calls are fetched soon after each
 * notification, every few seconds during a call, and less and less often without one.
 */
export interface PeriodicResync {
  /** Whether notifications arrive. While they do not, reconnecting fetches the calls. */
  setConnected(isConnected: boolean): void;
  noteNotification(): void;
  /** A notification shows a call after its end. Only a fetch shows whether it is late, or the call is back. */
  noteReturn(): void;
  /** All calls were fetched, for any reason. */
  noteFetch(): void;
  /** The maximum time until the calls are fetched, in ms. */
  maxDelayMs(): number;
  stop(): void;
}

export function createPeriodicResync(options: {
  readonly clock: Clock;
  readonly random: () => number;
  /** Whether a call is shown, so that an error in it would be visible. */
  readonly isInCall: () => boolean;
  /** Whether the last answer lacked a call. */
  readonly isInDoubt: () => boolean;
  /** Whether the window can be seen. */
  readonly isWatched: () => boolean;
  readonly fetch: () => void;
}): PeriodicResync {
  const { clock, random, isInCall, isInDoubt, isWatched, fetch } = options;
  const idleBackoff = createBackoff({
    minMs: MIN_IDLE_DELAY_MS,
    maxMs: MAX_IDLE_DELAY_MS,
    factor: 2,
    random,
  });
  const callBackoff = createBackoff({ minMs: CALL_DELAY_MS, random, isWatched });
  const doubtBackoff = createBackoff({ minMs: DOUBT_DELAY_MS, random });
  let isConnected = false;
  let fetchedAt = -Infinity;
  let dueAt = Infinity;
  let cancel: () => void = () => undefined;

  function schedule(delayMs: number): void {
    cancel();
    dueAt = clock.elapsed() + delayMs;
    cancel = clock.after(delayMs, () => {
      dueAt = Infinity;
      fetch();
    });
  }

  function nextDelay(): number {
    if (isInDoubt()) {
      // If the call then seems to have ended, check again soon.
      idleBackoff.reset();
      return doubtBackoff.next();
    }
    return isInCall() ? callBackoff.next() : idleBackoff.next();
  }

  /** Never later than what is scheduled, or a stream of notifications would postpone it forever. */
  function scheduleSoon(): void {
    idleBackoff.reset();
    scheduleWithin(idleBackoff.next());
  }

  function scheduleWithin(delayMs: number): void {
    if (clock.elapsed() + delayMs < dueAt) schedule(delayMs);
  }

  function unschedule(): void {
    cancel();
    dueAt = Infinity;
  }

  return {
    setConnected(isConnectedNow) {
      if (isConnectedNow === isConnected) return;
      isConnected = isConnectedNow;
      idleBackoff.reset();
      // What is on the screen may have been fetched a while before the connection came back.
      if (isConnected) schedule(Math.max(0, nextDelay() - (clock.elapsed() - fetchedAt)));
      else unschedule();
    },
    noteNotification() {
      if (isConnected) scheduleSoon();
    },
    noteReturn() {
      const sinceFetch = clock.elapsed() - fetchedAt;
      if (isConnected) scheduleWithin(Math.max(0, RETURN_DELAY_MS - sinceFetch));
    },
    noteFetch() {
      fetchedAt = clock.elapsed();
      if (isConnected) schedule(nextDelay());
    },
    maxDelayMs: () => (isInCall() ? maxRefreshDelayMs(isWatched()) : MAX_IDLE_DELAY_MS),
    stop() {
      isConnected = false;
      unschedule();
    },
  };
}
