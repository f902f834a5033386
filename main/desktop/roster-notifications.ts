import type { Participant } from '../../contract/call-model';
import type { Clock } from '../time/clock';
import type { RosterChange } from '../calls/roster-changes';

/** Collects joins and leaves, and combines them into one notification. */
export interface RosterNotifications {
  add(change: RosterChange): void;
  dispose(): void;
}

export interface RosterNotificationOptions {
  readonly clock: Clock;
  /** Whether the call has so many people that its notifications must be less frequent. */
  readonly isLarge: (rosterSize: number) => boolean;
  /**
   * Called once for a burst of changes in a call, or for several bursts in a row. A burst that
   * follows another too soon becomes part of the next notification.
   */
  readonly onSummary: (summary: RosterChange, isTooSoon: boolean) => void;
}

/** Changes within this time are combined into one notification, in ms. */
const COLLECT_MS = 2_000;
/**
 * While changes continue, the time between two notifications doubles from the first to the second
 * value, in ms. In a large call it is the second value from the beginning.
 */
const MIN_DELAY_MS = 2_000;
const MAX_DELAY_MS = 60_000;

interface Changes {
  readonly joined: Map<string, Participant>;
  readonly left: Map<string, Participant>;
}

/** The changes of one call. */
interface Stream {
  last: RosterChange;
  /** The changes of the last two seconds. */
  burst: Changes;
  /** Earlier changes that no notification has shown yet. */
  pending: Changes;
  delay: number;
  /** The earliest time of the next notification, on `clock.elapsed`. */
  showFrom: number;
  isCollecting: boolean;
  isWaiting: boolean;
}

export function createRosterNotifications(options: RosterNotificationOptions): RosterNotifications {
  const { clock, isLarge, onSummary } = options;
  const streams = new Map<string, Stream>();
  const timers = new Set<() => void>();

  function after(milliseconds: number, act: () => void): void {
    const cancel = clock.after(milliseconds, () => {
      timers.delete(cancel);
      act();
    });
    timers.add(cancel);
  }

  function collect(stream: Stream): void {
    if (stream.isCollecting) return;
    stream.isCollecting = true;
    after(COLLECT_MS, () => endBurst(stream));
  }

  function endBurst(stream: Stream): void {
    const { burst, last } = stream;
    stream.isCollecting = false;
    stream.burst = noChanges();
    merge(stream.pending, burst.joined.values(), burst.left.values());
    const wait = stream.showFrom - clock.elapsed();
    if (wait <= 0) {
      show(stream);
      return;
    }
    if (!isEmpty(burst)) onSummary(summarize(last, burst), true);
    if (stream.isWaiting) return;
    stream.isWaiting = true;
    after(wait, () => {
      stream.isWaiting = false;
      show(stream);
    });
  }

  function show(stream: Stream): void {
    const { pending, last } = stream;
    if (isEmpty(pending)) return;
    stream.pending = noChanges();
    if (isLarge(last.call.participants.length)) stream.delay = MAX_DELAY_MS;
    stream.showFrom = clock.elapsed() + stream.delay;
    stream.delay = Math.min(stream.delay * 2, MAX_DELAY_MS);
    onSummary(summarize(last, pending), false);
  }

  /** Otherwise the calls of a whole day would be kept. */
  function forgetQuiet(): void {
    for (const [id, { isCollecting, isWaiting, showFrom }] of streams) {
      if (!isCollecting && !isWaiting && clock.elapsed() >= showFrom) streams.delete(id);
    }
  }

  return {
    add: (change) => {
      const { id } = change.call;
      forgetQuiet();
      const stream = streams.get(id) ?? begin(change);
      streams.set(id, stream);
      stream.last = change;
      merge(stream.burst, change.joined, change.left);
      collect(stream);
    },
    dispose: () => {
      for (const cancel of timers) cancel();
      timers.clear();
      streams.clear();
    },
  };
}

function begin(last: RosterChange): Stream {
  return {
    last,
    burst: noChanges(),
    pending: noChanges(),
    delay: MIN_DELAY_MS,
    showFrom: 0,
    isCollecting: false,
    isWaiting: false,
  };
}

function noChanges(): Changes {
  return { joined: new Map(), left: new Map() };
}

function isEmpty({ joined, left }: Changes): boolean {
  return joined.size + left.size === 0;
}

/**
 * Somebody who returns or leaves again before the notification is shown has neither left nor
 * joined.
 */
function merge(into: Changes, joined: Iterable<Participant>, left: Iterable<Participant>): void {
  for (const participant of joined) {
    if (!into.left.delete(participant.id)) into.joined.set(participant.id, participant);
  }
  for (const participant of left) {
    if (!into.joined.delete(participant.id)) into.left.set(participant.id, participant);
  }
}

function summarize({ call }: RosterChange, { joined, left }: Changes): RosterChange {
  return { call, joined: [...joined.values()], left: [...left.values()] };
}
