import type { Clock } from '../../calls/clock';
import { createGrowingPause, FRESH_PAUSE_MS, UNWATCHED_FACTOR } from '../shared/growing-pause';

const FIRST_PAUSE_MS = 3_000;
/**
 * While there is a call. It takes a further reading to know that a call has ended of which nothing was
 * heard: both together have to be in time.
 */
const CALL_PAUSE_MS = FRESH_PAUSE_MS - 800;
/** A call was missing from the last answer: the next one is to say whether it has ended. */
const DOUBT_PAUSE_MS = 400;
/** As often as a server answers a poll that brings nothing. */
const LONGEST_PAUSE_MS = 30_000;

/**
 * Has the calls read although nothing seems to be missing. A notification that the server itself lost,
 * or sent after a newer one, leaves no trace: polls go on being answered. So the calls are read soon
 * after each news, every few seconds while the agent looks at one, and ever more rarely while there is
 * none.
 */
export interface SafetyReading {
  /** Whether news come; while they do not, the connection has its own reasons to read. */
  setConnected(isConnected: boolean): void;
  noteNews(): void;
  /** All calls were read, for whatever reason. */
  noteReading(): void;
  /** Within how many ms from now the calls are read. */
  promisedMs(): number;
  stop(): void;
}

export function createSafetyReading(options: {
  readonly clock: Clock;
  readonly random: () => number;
  /** Whether a call is shown, so that what is wrong about it would be seen. */
  readonly isInCall: () => boolean;
  /** Whether a call was missing from what was read last. */
  readonly isInDoubt: () => boolean;
  /** Whether the window can be seen. */
  readonly isWatched: () => boolean;
  readonly read: () => void;
}): SafetyReading {
  const { clock, random, isInCall, isInDoubt, isWatched, read } = options;
  const idlePause = createGrowingPause({
    firstMs: FIRST_PAUSE_MS,
    longestMs: LONGEST_PAUSE_MS,
    factor: 2,
    random,
  });
  const callPause = createGrowingPause({
    firstMs: CALL_PAUSE_MS,
    longestMs: CALL_PAUSE_MS,
    factor: 1,
    random,
    isWatched,
  });
  const doubtPause = createGrowingPause({
    firstMs: DOUBT_PAUSE_MS,
    longestMs: DOUBT_PAUSE_MS,
    factor: 1,
    random,
  });
  let isConnected = false;
  let readAt = -Infinity;
  let dueAt = Infinity;
  let cancel: () => void = () => undefined;

  function schedule(pauseMs: number): void {
    cancel();
    dueAt = clock.elapsed() + pauseMs;
    cancel = clock.after(pauseMs, () => {
      dueAt = Infinity;
      read();
    });
  }

  function nextPause(): number {
    if (isInDoubt()) {
      // Should it seem to have ended, that is looked at again soon.
      idlePause.reset();
      return doubtPause.next();
    }
    return isInCall() ? callPause.next() : idlePause.next();
  }

  /** A reading that is due sooner is not put off, or news without end would put it off for ever. */
  function hasten(): void {
    idlePause.reset();
    const pauseMs = idlePause.next();
    if (clock.elapsed() + pauseMs < dueAt) schedule(pauseMs);
  }

  function rest(): void {
    cancel();
    dueAt = Infinity;
  }

  return {
    setConnected(isConnectedNow) {
      if (isConnectedNow === isConnected) return;
      isConnected = isConnectedNow;
      idlePause.reset();
      // What is shown now may have been read a while before the news came back.
      if (isConnected) schedule(Math.max(0, nextPause() - (clock.elapsed() - readAt)));
      else rest();
    },
    noteNews() {
      if (isConnected) hasten();
    },
    noteReading() {
      readAt = clock.elapsed();
      if (isConnected) schedule(nextPause());
    },
    promisedMs() {
      if (!isInCall()) return LONGEST_PAUSE_MS;
      return FRESH_PAUSE_MS * (isWatched() ? 1 : UNWATCHED_FACTOR);
    },
    stop() {
      isConnected = false;
      rest();
    },
  };
}
