import type { Participant } from '../../contract/call-model';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { listNames } from '../../contract/locale/list-names';
import { isolate } from '../../contract/text';
import type { Clock } from '../time/clock';
import type { RosterChange } from '../calls/roster-changes';
import type { NotificationText } from './notifier';

/** Collects who joins and leaves, and notifies of it as one. */
export interface RosterNotifications {
  add(change: RosterChange): void;
  dispose(): void;
}

export interface RosterNotificationListener {
  /** Called once for each burst of changes of a call, or for several that followed each other. */
  show(text: NotificationText, callId: string): void;
  /** A burst arrived too soon after another; it will be part of the next notification. */
  holdBack(text: NotificationText, callId: string): void;
}

/** Several changes within this time are one notification, in ms. */
const COLLECT_MS = 2_000;
/** While changes go on, the time between two notifications doubles from the first to the last of these, in ms. */
const MIN_DELAY_MS = 2_000;
const MAX_DELAY_MS = 60_000;
/** Nobody reads more names in a notification; the last place is for how many more there are. */
const MAX_NAMES = 6;

interface Changes {
  readonly joined: Map<string, Participant>;
  readonly left: Map<string, Participant>;
}

/** The changes of one call. */
interface Stream {
  last: RosterChange;
  /** Of the last two seconds. */
  burst: Changes;
  /** What no notification has shown yet, without the burst. */
  pending: Changes;
  delay: number;
  /** From when on the next may be shown, on `clock.elapsed`. */
  showFrom: number;
  isCollecting: boolean;
  isWaiting: boolean;
}

export function createRosterNotifications(
  clock: Clock,
  listener: RosterNotificationListener,
): RosterNotifications {
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
    const isQuiet = isEmpty(stream.pending) && clock.elapsed() >= stream.showFrom;
    if (isQuiet) stream.delay = MIN_DELAY_MS;
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
    if (!isEmpty(burst)) listener.holdBack(toText(last, burst), last.call.id);
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
    stream.showFrom = clock.elapsed() + stream.delay;
    stream.delay = Math.min(stream.delay * 2, MAX_DELAY_MS);
    listener.show(toText(last, pending), last.call.id);
  }

  return {
    add: (change) => {
      const { id } = change.call;
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

/** Somebody who is back, or gone again, before it was shown has neither left nor joined. */
function merge(into: Changes, joined: Iterable<Participant>, left: Iterable<Participant>): void {
  for (const participant of joined) {
    if (!into.left.delete(participant.id)) into.joined.set(participant.id, participant);
  }
  for (const participant of left) {
    if (!into.joined.delete(participant.id)) into.left.set(participant.id, participant);
  }
}

function toText({ call }: RosterChange, { joined, left }: Changes): NotificationText {
  const arrived = [...joined.values()];
  const departed = [...left.values()];
  const parties = listNames(
    call.participants.map(({ name }) => name),
    MAX_NAMES,
  );
  const lines = [
    ...(arrived.length > 1 || (arrived.length > 0 && departed.length > 0)
      ? [format(en.notifications.joinedList, { names: listPeople(arrived) })]
      : []),
    ...(departed.length > 1 || (arrived.length > 0 && departed.length > 0)
      ? [format(en.notifications.leftList, { names: listPeople(departed) })]
      : []),
    format(en.notifications.inCallWith, { parties: parties || '–' }),
  ];
  return { title: toTitle(arrived, departed), body: lines.join('\n') };
}

function toTitle(arrived: readonly Participant[], departed: readonly Participant[]): string {
  const texts = en.notifications;
  const [first] = [...arrived, ...departed];
  if (arrived.length > 0 && departed.length > 0) {
    return format(texts.joinedAndLeft, { joined: arrived.length, left: departed.length });
  }
  if (arrived.length > 1) return format(texts.severalJoined, { count: arrived.length });
  if (departed.length > 1) return format(texts.severalLeft, { count: departed.length });
  const name = first === undefined ? '' : isolate(describe(first));
  return format(arrived.length === 1 ? texts.joined : texts.left, { name });
}

function listPeople(participants: readonly Participant[]): string {
  return listNames(participants.map(describe), MAX_NAMES);
}

function describe({ name, number }: Participant): string {
  return number === undefined || number === name
    ? name
    : format(en.notifications.nameAndNumber, { name: isolate(name), number: isolate(number) });
}
