import type { CallIdentity, Media } from '../../../contract/call-model';
import type { LineKind } from '../../../contract/lines';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { lineTexts } from '../../../contract/locale/line-texts';
import { listNames } from '../../../contract/locale/list-names';
import type { LastCall, MissedCall } from '../../../contract/snapshot';
import { isolate } from '../../../contract/text';
import { elapsedSeconds, formatElapsed, formatMinuteOfDay } from '../../ui/clock';
import type { EndedCallKind } from './CallMark';

/** The maximum number of displayed names. */
const MAX_PARTIES = 3;
const SIZE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** The kind of an ended call. On a line without directions, only the kind of line. */
export function kindOf(
  { direction, wasAnswered }: Pick<LastCall, 'direction' | 'wasAnswered'>,
  lineKind: LineKind,
): EndedCallKind {
  if (direction === undefined) {
    return lineKind === 'telephone' ? 'telephone' : 'room';
  }
  if (direction === 'inbound') {
    return wasAnswered ? 'incoming' : 'missed';
  }
  return wasAnswered ? 'outgoing' : 'unanswered';
}

/**
 * The kind of call, its start, its length, the numbers of the party, and where the name is from if that is an
 * earlier call. `today`: a moment of the current day, in ms since the epoch.
 */
export function describeTime(call: LastCall, lineKind: LineKind, today: number): string {
  const { line, identity, startedAt, endedAt, isEndUnseen, wasAnswered } = call;
  const kind = kindOf(call, lineKind);
  const isPlain = kind === 'telephone' || kind === 'room';
  const length =
    isEndUnseen === true ? en.window.endedAway : formatElapsed(elapsedSeconds(startedAt, endedAt));
  return [
    isPlain ? lineTexts(line).title : en.lastCalls.kinds[kind],
    describeMoment(startedAt, today),
    ...(wasAnswered || isPlain ? [length] : []),
    ...describeNumbers(call),
    ...(identity.isFromEarlierCall === true ? [en.contacts.fromEarlierCall] : []),
  ].join(' · ');
}

export function describeMissed({ identity, at }: MissedCall, today: number): string {
  return [en.lastCalls.kinds.missed, describeMoment(at, today), ...describeNumber(identity)].join(
    ' · ',
  );
}

function describeNumbers({ identity, participants, participantCount }: LastCall): string[] {
  if (identity.isFromData !== true || participantCount < 2) return describeNumber(identity);
  return [
    listNames(
      participants.map(({ name }) => name),
      MAX_PARTIES,
    ),
  ];
}

function describeNumber({ name, number }: CallIdentity): string[] {
  return number === undefined || number === name ? [] : [isolate(number)];
}

function describeMoment(moment: number, today: number): string {
  const time = formatMinuteOfDay(moment);
  const isToday = new Date(moment).toDateString() === new Date(today).toDateString();
  if (isToday) return time;
  // Not created on import: the first one takes as long as loading all other components.
  const days = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });
  return `${days.format(moment)}, ${time}`;
}

/** The state of the line's own recording. */
export function describeMedia({ state, bytes }: Media): string {
  return state === 'ready' && bytes !== undefined
    ? format(en.recordings.mediaSize, { size: formatSize(bytes) })
    : en.recordings.media[state];
}

function formatSize(bytes: number): string {
  const thousands = Math.floor(Math.log10(Math.max(1, bytes)) / 3);
  const power = Math.min(thousands, SIZE_UNITS.length - 1);
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: SIZE_UNITS[power],
    maximumFractionDigits: 1,
  }).format(bytes / 1_000 ** power);
}
