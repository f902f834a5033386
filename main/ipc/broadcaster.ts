import type { WebContents } from 'electron';
import { SNAPSHOT_CHANNEL } from '../../contract/channels';
import type { Snapshot } from '../../contract/snapshot';

/** What is needed of a window to send to it. */
export type Receiver = Pick<WebContents, 'id' | 'isDestroyed' | 'send'>;

/** The one place that sends to windows: whole snapshots, at most one a frame. */
export interface Broadcaster {
  /** The window has subscribed and asked; from now on it is told of every change. */
  add(receiver: Receiver): void;
  remove(receiverId: number): void;
  /** Something changed. */
  publish(): void;
  dispose(): void;
}

const FRAME_MS = 16;

/** `takeSnapshot` is asked only when there is somebody to send to. */
export function createBroadcaster(takeSnapshot: () => Snapshot): Broadcaster {
  const receivers = new Map<number, Receiver>();
  let lastSentAt = 0;
  let timer: NodeJS.Timeout | undefined;

  function send(): void {
    timer = undefined;
    lastSentAt = performance.now();
    const snapshot = takeSnapshot();
    for (const receiver of receivers.values()) {
      if (!receiver.isDestroyed()) receiver.send(SNAPSHOT_CHANNEL, snapshot);
    }
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
      clearTimeout(timer);
      receivers.clear();
    },
  };
}
