import type { Participant } from '../../contract/call-model';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { listNames } from '../../contract/locale/list-names';
import { isolate } from '../../contract/text';
import type { Clock } from '../time/clock';
import type { RosterChange } from '../calls/roster-changes';

/** A notification in words. */
export interface News {
  readonly title: string;
  readonly body: string;
}

/** Gathers who comes and goes, and tells it as one. */
export interface RosterNews {
  add(change: RosterChange): void;
  dispose(): void;
}

export interface RosterListener {
  /** Called once for each burst of changes of a call, or for several that followed each other. */
  tell(news: News, callId: string): void;
  /** A burst came too soon after another; it will be part of what is told next. */
  holdBack(news: News, callId: string): void;
}

/** Several changes within this time are told together, in ms. */
const GATHER_MS = 2_000;
/** While changes go on, the time between two notifications doubles from the first to the last of these, in ms. */
const FIRST_DELAY_MS = 2_000;
const MAX_DELAY_MS = 60_000;
/** More names than these nobody reads in a notification; the last place is for how many more there are. */
const MAX_NAMES = 6;

interface Gathered {
  readonly joined: Map<string, Participant>;
  readonly left: Map<string, Participant>;
}

/** The changes of one call. */
interface Stream {
  last: RosterChange;
  /** What came within the last two seconds. */
  burst: Gathered;
  /** What has not been told, the burst apart. */
  untold: Gathered;
  delay: number;
  /** When the next may be told, on `clock.elapsed`. */
  tellFrom: number;
  isGathering: boolean;
  isWaiting: boolean;
}

export function createRosterNews(clock: Clock, listener: RosterListener): RosterNews {
  const streams = new Map<string, Stream>();
  const timers = new Set<() => void>();

  function after(milliseconds: number, act: () => void): void {
    const cancel = clock.after(milliseconds, () => {
      timers.delete(cancel);
      act();
    });
    timers.add(cancel);
  }

  function gather(stream: Stream): void {
    if (stream.isGathering) return;
    const isQuiet = isEmpty(stream.untold) && clock.elapsed() >= stream.tellFrom;
    if (isQuiet) stream.delay = FIRST_DELAY_MS;
    stream.isGathering = true;
    after(GATHER_MS, () => endBurst(stream));
  }

  function endBurst(stream: Stream): void {
    const { burst, last } = stream;
    stream.isGathering = false;
    stream.burst = nothing();
    merge(stream.untold, burst.joined.values(), burst.left.values());
    const wait = stream.tellFrom - clock.elapsed();
    if (wait <= 0) {
      tell(stream);
      return;
    }
    if (!isEmpty(burst)) listener.holdBack(toNews(last, burst), last.call.id);
    if (stream.isWaiting) return;
    stream.isWaiting = true;
    after(wait, () => {
      stream.isWaiting = false;
      tell(stream);
    });
  }

  function tell(stream: Stream): void {
    const { untold, last } = stream;
    if (isEmpty(untold)) return;
    stream.untold = nothing();
    stream.tellFrom = clock.elapsed() + stream.delay;
    stream.delay = Math.min(stream.delay * 2, MAX_DELAY_MS);
    listener.tell(toNews(last, untold), last.call.id);
  }

  return {
    add: (change) => {
      const { id } = change.call;
      const stream = streams.get(id) ?? begin(change);
      streams.set(id, stream);
      stream.last = change;
      merge(stream.burst, change.joined, change.left);
      gather(stream);
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
    burst: nothing(),
    untold: nothing(),
    delay: FIRST_DELAY_MS,
    tellFrom: 0,
    isGathering: false,
    isWaiting: false,
  };
}

function nothing(): Gathered {
  return { joined: new Map(), left: new Map() };
}

function isEmpty({ joined, left }: Gathered): boolean {
  return joined.size + left.size === 0;
}

/** Who leaves and is back, or comes and is gone, before it was told has done neither. */
function merge(into: Gathered, joined: Iterable<Participant>, left: Iterable<Participant>): void {
  for (const participant of joined) {
    if (!into.left.delete(participant.id)) into.joined.set(participant.id, participant);
  }
  for (const participant of left) {
    if (!into.joined.delete(participant.id)) into.left.set(participant.id, participant);
  }
}

function toNews({ call }: RosterChange, { joined, left }: Gathered): News {
  const came = [...joined.values()];
  const went = [...left.values()];
  const parties = listNames(
    call.participants.map(({ name }) => name),
    MAX_NAMES,
  );
  const lines = [
    ...(came.length > 1 || (came.length > 0 && went.length > 0)
      ? [format(en.notifications.joinedList, { names: listPeople(came) })]
      : []),
    ...(went.length > 1 || (came.length > 0 && went.length > 0)
      ? [format(en.notifications.leftList, { names: listPeople(went) })]
      : []),
    format(en.notifications.inCallWith, { parties: parties || '–' }),
  ];
  return { title: toTitle(came, went), body: lines.join('\n') };
}

function toTitle(came: readonly Participant[], went: readonly Participant[]): string {
  const texts = en.notifications;
  const [first] = [...came, ...went];
  if (came.length > 0 && went.length > 0) {
    return format(texts.joinedAndLeft, { joined: came.length, left: went.length });
  }
  if (came.length > 1) return format(texts.severalJoined, { count: came.length });
  if (went.length > 1) return format(texts.severalLeft, { count: went.length });
  const name = first === undefined ? '' : isolate(describe(first));
  return format(came.length === 1 ? texts.joined : texts.left, { name });
}

function listPeople(participants: readonly Participant[]): string {
  return listNames(participants.map(describe), MAX_NAMES);
}

function describe({ name, number }: Participant): string {
  return number === undefined || number === name
    ? name
    : format(en.notifications.nameAndNumber, { name: isolate(name), number: isolate(number) });
}
