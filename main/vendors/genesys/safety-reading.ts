import type { Clock } from '../../calls/clock';
import { createGrowingPause } from '../shared/growing-pause';

const FIRST_PAUSE_MS = 3_000;
/** As often as a server answers a poll that brings nothing. */
const LONGEST_PAUSE_MS = 30_000;

/**
 * Has the calls read although nothing seems to be missing. A notification that the server itself lost,
 * or sent after a newer one, leaves no trace: polls go on being answered. So the calls are read soon
 * after each news, and ever more rarely while none come.
 */
export interface SafetyReading {
  /** Whether news come; while they do not, the connection has its own reasons to read. */
  setConnected(isConnected: boolean): void;
  noteNews(): void;
  stop(): void;
}

export function createSafetyReading(options: {
  readonly clock: Clock;
  readonly random: () => number;
  readonly read: () => void;
}): SafetyReading {
  const { clock, random, read } = options;
  const pause = createGrowingPause({
    firstMs: FIRST_PAUSE_MS,
    longestMs: LONGEST_PAUSE_MS,
    factor: 2,
    random,
  });
  let isConnected = false;
  let cancel: () => void = () => undefined;

  function schedule(): void {
    cancel();
    cancel = clock.after(pause.next(), () => {
      read();
      schedule();
    });
  }

  function restart(): void {
    pause.reset();
    schedule();
  }

  return {
    setConnected(isConnectedNow) {
      if (isConnectedNow === isConnected) return;
      isConnected = isConnectedNow;
      if (isConnected) restart();
      else cancel();
    },
    noteNews() {
      if (isConnected) restart();
    },
    stop() {
      isConnected = false;
      cancel();
    },
  };
}
