import type { Media } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { lineTexts } from '../../../contract/locale/line-texts';
import type { LastCall } from '../../../contract/snapshot';
import { elapsedSeconds, formatElapsed, formatTimeOfDay } from '../../ui/clock';

const SIZE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const DAYS = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });

/** What kind of call it was, when it began and how long it lasted. `now` in ms since the epoch. */
export function describeTime(call: LastCall, now: number): string {
  const { line, startedAt, endedAt, isEndUnseen } = call;
  const time = formatTimeOfDay(startedAt).slice(0, 5);
  const isToday = new Date(startedAt).toDateString() === new Date(now).toDateString();
  return [
    lineTexts(line).title,
    isToday ? time : `${DAYS.format(startedAt)}, ${time}`,
    isEndUnseen === true ? en.window.endedAway : formatElapsed(elapsedSeconds(startedAt, endedAt)),
  ].join(' · ');
}

/** What is known of the recording that the line itself was to make. */
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
