import type { Participant } from '../../contract/call-model';
import { en } from '../../contract/locale/en';
import { format } from '../../contract/locale/format';
import { listNames } from '../../contract/locale/list-names';
import { nameAndNumber } from '../../contract/locale/name-and-number';
import { isolate } from '../../contract/text';
import type { RosterChange } from '../calls/roster-changes';
import type { NotificationText } from './notifier';

/**
 * The maximum number of names in a notification, including the entry that says how many more there
 * are.
 */
const MAX_NAMES = 6;

/** Who joined and left, by name. */
export function nameRosterChange({ call, joined, left }: RosterChange): NotificationText {
  const parties = listNames(
    call.participants.map(({ name }) => name),
    MAX_NAMES,
  );
  const isNamedInTitle = joined.length + left.length === 1;
  const lines = [
    ...(isNamedInTitle || joined.length === 0
      ? []
      : [format(en.notifications.joinedList, { names: listPeople(joined) })]),
    ...(isNamedInTitle || left.length === 0
      ? []
      : [format(en.notifications.leftList, { names: listPeople(left) })]),
    format(en.notifications.inCallWith, { parties: parties || '–' }),
  ];
  return { title: toTitle(joined, left), body: lines.join('\n') };
}

/** How many joined and left, and how many there are now. */
export function countRosterChange({ call, joined, left }: RosterChange): NotificationText {
  const texts = en.notifications;
  const counts = { joined: joined.length, left: left.length };
  const text =
    left.length === 0
      ? texts.countJoined
      : joined.length === 0
        ? texts.countLeft
        : texts.joinedAndLeft;
  return {
    title: format(text, counts),
    body: format(texts.countInCall, { count: call.participants.length }),
  };
}

function toTitle(joined: readonly Participant[], left: readonly Participant[]): string {
  const texts = en.notifications;
  const [first] = [...joined, ...left];
  if (joined.length > 0 && left.length > 0) {
    return format(texts.joinedAndLeft, { joined: joined.length, left: left.length });
  }
  if (joined.length > 1) return format(texts.severalJoined, { count: joined.length });
  if (left.length > 1) return format(texts.severalLeft, { count: left.length });
  const name = first === undefined ? '' : isolate(describe(first));
  return format(joined.length === 1 ? texts.joined : texts.left, { name });
}

function listPeople(participants: readonly Participant[]): string {
  return listNames(participants.map(describe), MAX_NAMES);
}

function describe({ name, number }: Participant): string {
  return number === undefined || number === name ? name : nameAndNumber(name, number);
}
