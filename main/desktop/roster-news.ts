import type { Participant } from '../../contract/call-model';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import type { Clock } from '../calls/clock';
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

/** Several changes within this time are told together, in ms. */
const GATHER_MS = 2_000;
/** More names than this nobody reads in a notification. */
const MAX_NAMES = 5;

interface Gathered {
  change: RosterChange;
  joined: Map<string, Participant>;
  left: Map<string, Participant>;
}

/** `tell` is called once for each call and burst of changes. */
export function createRosterNews(
  clock: Clock,
  tell: (news: News, callId: string) => void,
): RosterNews {
  const gathered = new Map<string, Gathered>();
  const timers = new Set<() => void>();

  function open(change: RosterChange): Gathered {
    const entry: Gathered = { change, joined: new Map(), left: new Map() };
    gathered.set(change.call.id, entry);
    const cancel = clock.after(GATHER_MS, () => {
      timers.delete(cancel);
      gathered.delete(change.call.id);
      const news = toNews(entry);
      if (news !== undefined) tell(news, change.call.id);
    });
    timers.add(cancel);
    return entry;
  }

  return {
    add: (change) => {
      const entry = gathered.get(change.call.id) ?? open(change);
      entry.change = change;
      // Who leaves and is back, or comes and is gone, within the time has done neither.
      for (const participant of change.joined) {
        if (!entry.left.delete(participant.id)) entry.joined.set(participant.id, participant);
      }
      for (const participant of change.left) {
        if (!entry.joined.delete(participant.id)) entry.left.set(participant.id, participant);
      }
    },
    dispose: () => {
      for (const cancel of timers) cancel();
      timers.clear();
      gathered.clear();
    },
  };
}

function toNews({ change, joined, left }: Gathered): News | undefined {
  const came = [...joined.values()];
  const went = [...left.values()];
  if (came.length + went.length === 0) return undefined;
  const others = change.call.participants.map(({ name }) => name);
  const lines = [
    ...(came.length > 1 || (came.length > 0 && went.length > 0)
      ? [format(en.notifications.joinedList, { names: listNames(came) })]
      : []),
    ...(went.length > 1 || (came.length > 0 && went.length > 0)
      ? [format(en.notifications.leftList, { names: listNames(went) })]
      : []),
    format(en.notifications.inCallWith, { parties: others.slice(0, MAX_NAMES).join(', ') || '–' }),
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
  const name = first === undefined ? '' : describe(first);
  return format(came.length === 1 ? texts.joined : texts.left, { name });
}

function listNames(participants: readonly Participant[]): string {
  const names = participants.slice(0, MAX_NAMES).map(describe).join(', ');
  const more = participants.length - MAX_NAMES;
  return more > 0 ? `${names} +${more}` : names;
}

function describe({ name, number }: Participant): string {
  return number === undefined || number === name
    ? name
    : format(en.notifications.nameAndNumber, { name, number });
}
