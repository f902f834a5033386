/** `2026-01-31 14:05:09` in this computer's time zone, which spreadsheets read as a time. */
export function formatLocalTime(moment: number): string {
  const date = new Date(moment);
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
  return `${formatLocalDay(moment)} ${time}`;
}

/** `2026-01-31` in this computer's time zone. */
export function formatLocalDay(moment: number): string {
  const date = new Date(moment);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join('-');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
