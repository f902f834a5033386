import type { HistoryEntry } from '../../../contract/history';
import { en } from '../../../contract/locale/en';

/** The entries of one day, in the order in which they were given. */
export interface HistoryDay {
  /** A key that identifies the day. */
  readonly key: string;
  readonly title: string;
  readonly entries: readonly HistoryEntry[];
}

/** Groups consecutive entries by local day. `today`: a moment of the current day, in ms since the epoch. */
export function groupByDay(entries: readonly HistoryEntry[], today: number): HistoryDay[] {
  const days: { key: string; title: string; entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const key = new Date(entry.at).toDateString();
    const last = days.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else days.push({ key, title: nameDay(entry.at, today), entries: [entry] });
  }
  return days;
}

function nameDay(moment: number, today: number): string {
  const day = new Date(moment).toDateString();
  if (day === new Date(today).toDateString()) return en.history.today;
  const yesterday = new Date(today);
  yesterday.setDate(yesterday.getDate() - 1);
  if (day === yesterday.toDateString()) return en.history.yesterday;
  return DAY_NAME.format(moment);
}

const DAY_NAME = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
