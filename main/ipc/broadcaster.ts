import type { WebContents } from 'electron';
import { SNAPSHOT_CHANNEL } from '../../contract/channels';
import type { Snapshot } from '../../contract/snapshot';

/** The part of a window's web contents that is needed for sending. */
export type Receiver = Pick<WebContents, 'id' | 'isDestroyed' | 'send'>;

/** Sends snapshots to the windows, at most one per frame. */
export interface Broadcaster {
  /** Sends the window a snapshot now and after each change. */
  add(receiver: Receiver): void;
  remove(receiverId: number): void;
  /** Must be called after each change. */
  publish(): void;
  dispose(): void;
}

const FRAME_MS = 16;
/** The delay before sending again after an error, because the next change may be far away. */
const RETRY_MS = 1_000;

/** Calls back after this many milliseconds. Returns a function that cancels it. */
type SetTimer = (milliseconds: number, callback: () => void) => () => void;

const setTimer: SetTimer = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * @param takeSnapshot called only if there is a window to send to
 * @param onError called with errors from `takeSnapshot` or a window; the snapshot is then sent
 * again later
 * @param setRetryTimer the timer for that delay; simulations use a virtual clock
 */
export function createBroadcaster(
  takeSnapshot: () => Snapshot,
  onError: (error: unknown) => void,
  setRetryTimer: SetTimer = setTimer,
): Broadcaster {
  const receivers = new Map<number, Receiver>();
  let lastSentAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let cancelRetry: (() => void) | undefined;

  function send(): void {
    clearTimers();
    lastSentAt = performance.now();
    try {
      const snapshot = takeSnapshot();
      for (const receiver of receivers.values()) sendTo(receiver, snapshot);
    } catch (error) {
      retry(error);
    }
  }

  /** If sending to one window fails, the others still get the snapshot. */
  function sendTo(receiver: Receiver, snapshot: Snapshot): void {
    try {
      if (!receiver.isDestroyed()) receiver.send(SNAPSHOT_CHANNEL, snapshot);
    } catch (error) {
      retry(error);
    }
  }

  function retry(error: unknown): void {
    cancelRetry ??= setRetryTimer(RETRY_MS, send);
    onError(error);
  }

  function clearTimers(): void {
    clearTimeout(timer);
    timer = undefined;
    cancelRetry?.();
    cancelRetry = undefined;
  }

  return {
    add: (receiver) => void receivers.set(receiver.id, receiver),
    remove: (receiverId) => void receivers.delete(receiverId),
    publish: () => {
      if (timer !== undefined || receivers.size === 0) return;
      const wait = lastSentAt + FRAME_MS - performance.now();
      // The first change of a burst is sent after this turn, together with the others of the turn.
      timer = setTimeout(send, Math.max(0, wait));
    },
    dispose: () => {
      clearTimers();
      receivers.clear();
    },
  };
}
