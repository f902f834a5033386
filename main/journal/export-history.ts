import { setImmediate } from 'node:timers/promises';
import writeFileAtomic from 'write-file-atomic';
import type { HistoryEntry } from '../../contract/history';
import type { HistoryFormat } from '../../contract/history-choices';
import { describeHistory } from '../../contract/locale/describe-history';
import { en } from '../../contract/locale/en';
import { fail, succeed, type Result } from '../../contract/result';
import { toDiskError } from '../disk/disk-error';
import { OWNER_ONLY } from '../disk/private-file';
import { formatLocalTime } from '../time/format-local-time';

/** Without it spreadsheets take UTF-8 for an older encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** So many entries are put into words at a time: what else there is to do is done in between. */
const PIECE = 1_000;

/** Writes the entries to a file, whole or not at all. Errors: `not-saved`. */
export async function exportHistory(
  file: string,
  format: HistoryFormat,
  entries: readonly HistoryEntry[],
): Promise<Result<null>> {
  let text = '';
  for (const piece of format === 'csv' ? toCsv(entries) : toJson(entries)) {
    text += piece;
    await setImmediate();
  }
  try {
    await writeFileAtomic(file, text, { mode: OWNER_ONLY });
    return succeed(null);
  } catch (error) {
    return fail(toDiskError(error, file));
  }
}

/** A table as RFC 4180 describes it, for people: in their words and their local time. */
export function* toCsv(entries: readonly HistoryEntry[]): Generator<string> {
  const { time, ended, what, who, outcome, why, direction, about, result, note } =
    en.history.columns;
  yield `${BYTE_ORDER_MARK}${toRow([time, ended, what, who, outcome, why, direction, about, result, note])}`;
  for (const piece of piecesOf(entries)) {
    yield piece.map((entry) => toRow(toCells(entry))).join('');
  }
}

/** An array with an entry a line. */
function* toJson(entries: readonly HistoryEntry[]): Generator<string> {
  yield '[';
  let separator = '\n';
  for (const piece of piecesOf(entries)) {
    yield separator + piece.map((entry) => JSON.stringify(entry)).join(',\n');
    separator = ',\n';
  }
  yield '\n]\n';
}

function* piecesOf(entries: readonly HistoryEntry[]): Generator<readonly HistoryEntry[]> {
  for (let start = 0; start < entries.length; start += PIECE) {
    yield entries.slice(start, start + PIECE);
  }
}

function toCells(entry: HistoryEntry): string[] {
  const text = describeHistory(entry);
  const { what, who, outcome, ended: away, why, direction, about, result, note } = text;
  const endedAt = entry.kind === 'call' ? entry.endedAt : undefined;
  const ended = away || (endedAt === undefined ? '' : formatLocalTime(endedAt));
  return [
    formatLocalTime(entry.at),
    ended,
    what,
    who,
    outcome,
    why,
    direction,
    about,
    result,
    note,
  ];
}

function toRow(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

function toCell(text: string): string {
  return `"${withoutFormulas(text).replaceAll('"', '""')}"`;
}

/** What can stand before the first character of a cell, for one program or another. */
const SEPARATORS = new Set([',', ';', '|', '\t', '\r', '\n']);
const BLANK = /[\s"]/;
const FORMULA_STARTS = new Set(['=', '+', '-', '@', '＝', '＋', '－', '＠']);

/**
 * A spreadsheet runs a cell that begins like a formula, and names come from outside. Which separator it
 * splits at depends on its language and on what its user chooses, so an apostrophe goes before each such
 * beginning, after every separator.
 */
function withoutFormulas(text: string): string {
  let harmless = '';
  let isStart = true;
  for (const character of text) {
    if (isStart && FORMULA_STARTS.has(character)) harmless += "'";
    harmless += character;
    isStart = SEPARATORS.has(character) || (isStart && BLANK.test(character));
  }
  return harmless;
}
