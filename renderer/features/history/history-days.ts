import type { HistoryEntry } from '../../../contract/history';
import { en } from '../../../contract/locale/en';

/** The entries of one day, in the order in which they were given. */
export interface HistoryDay {
  /** A key that identifies the day. */
  readonly key: string;
  readonly title: string;
  readonly entries: readonly HistoryEntry[];
}

/** Groups consecutive entries by local day. `now` in ms since the epoch. */
export function groupByDay(entries: readonly HistoryEntry[], now: number): HistoryDay[] {
  const days: { key: string; title: string; entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const key = new Date(entry.at).toDateString();
    const last = days.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else days.push({ key, title: nameDay(entry.at, now), entries: [entry] });
  }
  return days;
}

function nameDay(moment: number, now: number): string {
  const day = new Date(moment).toDateString();
  const today = new Date(now);
  if (day === today.toDateString()) return en.history.today;
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (day === yesterday.toDateString()) return en.history.yesterday;
  return DAY_NAME.format(moment);
}

const DAY_NAME = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
