import writeFileAtomic from 'write-file-atomic';
import type { HistoryEntry } from '../../contract/history';
import type { HistoryFormat } from '../../contract/history-choices';
import { describeHistory } from '../../contract/locale/describe-history';
import { en } from '../../contract/locale/en';
import { fail, succeed, type Result } from '../../contract/result';

const OWNER_ONLY = 0o600;
/** Without it spreadsheets take UTF-8 for an older encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes the entries to a file, whole or not at all. Errors: `internal`, with what the system said. */
export async function exportHistory(
  file: string,
  format: HistoryFormat,
  entries: readonly HistoryEntry[],
): Promise<Result<null>> {
  const text = format === 'csv' ? toCsv(entries) : `${JSON.stringify(entries, null, 2)}\n`;
  try {
    await writeFileAtomic(file, text, { mode: OWNER_ONLY });
    return succeed(null);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return fail({ code: 'internal', detail: `${file} cannot be written${why}` });
  }
}

/** A table as RFC 4180 describes it, for people: in their words and their local time. */
export function toCsv(entries: readonly HistoryEntry[]): string {
  const { time, ended, what, who, outcome, why } = en.history.columns;
  const rows = entries.map((entry) => {
    const text = describeHistory(entry);
    const endedAt = entry.kind === 'call' ? entry.endedAt : undefined;
    return [
      formatMoment(entry.at),
      endedAt === undefined ? '' : formatMoment(endedAt),
      text.what,
      text.who,
      text.outcome,
      text.why,
    ];
  });
  const lines = [[time, ended, what, who, outcome, why], ...rows].map((row) =>
    row.map(toCell).join(','),
  );
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function toCell(text: string): string {
  // A spreadsheet would take it for a formula, and names come from outside.
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** `2026-01-31 14:05:09`, which spreadsheets read as a time. */
function formatMoment(moment: number): string {
  const date = new Date(moment);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join('-');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
  return `${day} ${time}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
