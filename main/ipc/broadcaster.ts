import type { WebContents } from 'electron';
import { SNAPSHOT_CHANNEL } from '../../contract/channels';
import type { Snapshot } from '../../contract/snapshot';

/** What is needed of a window to send to it. */
export type Receiver = Pick<WebContents, 'id' | 'isDestroyed' | 'send'>;

/** The one place that sends to windows: whole snapshots, at most one a frame. */
export interface Broadcaster {
  /** The window has subscribed and asked; from now on it gets every change. */
  add(receiver: Receiver): void;
  remove(receiverId: number): void;
  /** Something changed. */
  publish(): void;
  dispose(): void;
}

const FRAME_MS = 16;
/** How long after a bug it is tried again: nothing else may change for long. */
const RETRY_MS = 1_000;

/**
 * `takeSnapshot` is asked only when there is somebody to send to. What it or a window throws goes to
 * `onError`, and the snapshot is sent again a little later.
 */
export function createBroadcaster(
  takeSnapshot: () => Snapshot,
  onError: (error: unknown) => void,
): Broadcaster {
  const receivers = new Map<number, Receiver>();
  let lastSentAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let retryTimer: NodeJS.Timeout | undefined;

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

  /** One window that cannot be sent to does not keep the others waiting. */
  function sendTo(receiver: Receiver, snapshot: Snapshot): void {
    try {
      if (!receiver.isDestroyed()) receiver.send(SNAPSHOT_CHANNEL, snapshot);
    } catch (error) {
      retry(error);
    }
  }

  function retry(error: unknown): void {
    onError(error);
    retryTimer ??= setTimeout(send, RETRY_MS);
  }

  function clearTimers(): void {
    clearTimeout(timer);
    clearTimeout(retryTimer);
    timer = undefined;
    retryTimer = undefined;
  }

  return {
    add: (receiver) => void receivers.set(receiver.id, receiver),
    remove: (receiverId) => void receivers.delete(receiverId),
    publish: () => {
      if (timer !== undefined || receivers.size === 0) return;
      const wait = lastSentAt + FRAME_MS - performance.now();
      // The first change of a burst goes out at the end of this turn, with all that belongs to it.
      timer = setTimeout(send, Math.max(0, wait));
    },
    dispose: () => {
      clearTimers();
      receivers.clear();
    },
  };
}
