import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../contract/preferences';
import type { Snapshot } from '../../../contract/snapshot';
import { createBroadcaster } from '../../../main/ipc/broadcaster';

/** A window that keeps what it was sent. */
function createReceiver(id: number) {
  const revisions: number[] = [];
  return {
    id,
    revisions,
    isDestroyed: () => false,
    send: (_channel: string, snapshot: Snapshot) => void revisions.push(snapshot.revision),
  };
}

function unexpected(error: unknown): void {
  throw error;
}

describe('snapshots', () => {
  let revision = 0;
  const takeSnapshot = (): Snapshot => ({
    revision,
    agentName: '',
    hasProfile: true,
    connections: [],
    calls: [],
    waitingCallIds: [],
    missedCalls: [],
    lastCalls: [],
    lines: [],
    hasRecorder: false,
    hasHistory: false,
    outcomes: [],
    preferences: DEFAULT_PREFERENCES,
    notices: [],
    commands: [],
  });
  beforeEach(() => {
    revision = 0;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    vi.advanceTimersByTime(1_000);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are sent at most once a frame, the latest at the end', () => {
    const broadcaster = createBroadcaster(takeSnapshot, unexpected);
    const window = createReceiver(1);
    broadcaster.add(window);
    for (let count = 0; count < 100; count += 1) {
      revision += 1;
      broadcaster.publish();
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(100);
    expect(window.revisions.length).toBeLessThanOrEqual(8);
    expect(window.revisions.at(-1)).toBe(100);
  });

  it('are sent only to subscribed windows', () => {
    const broadcaster = createBroadcaster(takeSnapshot, unexpected);
    const [one, other] = [createReceiver(1), createReceiver(2)];
    broadcaster.add(one);
    broadcaster.add(other);
    broadcaster.remove(2);
    broadcaster.publish();
    vi.advanceTimersByTime(100);
    expect([one.revisions.length, other.revisions.length]).toEqual([1, 0]);
  });

  it('are not created while no window is subscribed', () => {
    const take = vi.fn(takeSnapshot);
    const broadcaster = createBroadcaster(take, unexpected);
    broadcaster.publish();
    vi.advanceTimersByTime(100);
    expect(take).not.toHaveBeenCalled();
  });

  it('are sent to all other windows if sending to one fails, and to that one a little later', () => {
    const errors: unknown[] = [];
    const broadcaster = createBroadcaster(takeSnapshot, (error) => errors.push(error));
    const [broken, other] = [createReceiver(1), createReceiver(2)];
    let isBroken = true;
    broadcaster.add({
      ...broken,
      send(channel: string, snapshot: Snapshot) {
        if (isBroken) throw new Error('its page is gone');
        broken.send(channel, snapshot);
      },
    });
    broadcaster.add(other);
    broadcaster.publish();
    vi.advanceTimersByTime(100);
    expect([broken.revisions, other.revisions, errors.length]).toEqual([[], [0], 1]);
    isBroken = false;
    vi.advanceTimersByTime(1_000);
    expect(broken.revisions).toEqual([0]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are created again after a failure, and sooner if something changes', () => {
    let isBroken = true;
    const errors: unknown[] = [];
    const broadcaster = createBroadcaster(
      () => {
        if (isBroken) throw new Error('a bug');
        return takeSnapshot();
      },
      (error) => errors.push(error),
    );
    const window = createReceiver(1);
    broadcaster.add(window);
    broadcaster.publish();
    vi.advanceTimersByTime(1_100);
    expect(errors).toHaveLength(2);
    isBroken = false;
    revision = 7;
    broadcaster.publish();
    vi.advanceTimersByTime(50);
    expect(window.revisions).toEqual([7]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
