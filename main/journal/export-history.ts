import { setImmediate } from 'node:timers/promises';
import type { HistoryEntry } from '../../contract/history';
import type { HistoryFormat } from '../../contract/history-choices';
import { describeHistory } from '../../contract/locale/describe-history';
import { en } from '../../contract/locale/en';
import { fail, succeed, type Result } from '../../contract/result';
import { toDiskError } from '../disk/disk-error';
import { OWNER_ONLY } from '../disk/private-file';
import { writeAtomically } from '../disk/write-atomically';
import { formatLocalTime } from '../time/format-local-time';

/** Without it, spreadsheets assume an older encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** How many entries are formatted at a time; other events are handled in between. */
const CHUNK_SIZE = 1_000;

/** Writes the entries to a file, all or none. Errors: `not-saved`. */
export async function exportHistory(
  file: string,
  format: HistoryFormat,
  entries: readonly HistoryEntry[],
): Promise<Result<null>> {
  let text = '';
  for (const chunk of format === 'csv' ? toCsv(entries) : toJson(entries)) {
    text += chunk;
    await setImmediate();
  }
  try {
    await writeAtomically(file, text, { mode: OWNER_ONLY });
    return succeed(null);
  } catch (error) {
    return fail(toDiskError(error, file));
  }
}

/** A table as in RFC 4180, for people: in words and in local time. */
export function* toCsv(entries: readonly HistoryEntry[]): Generator<string> {
  const { time, ended, what, who, outcome, why, direction, about, result, note } =
    en.history.columns;
  yield `${BYTE_ORDER_MARK}${toRow([time, ended, what, who, outcome, why, direction, about, result, note])}`;
  for (const chunk of chunksOf(entries)) {
    yield chunk.map((entry) => toRow(toCells(entry))).join('');
  }
}

/** An array with one entry per line. */
function* toJson(entries: readonly HistoryEntry[]): Generator<string> {
  yield '[';
  let separator = '\n';
  for (const chunk of chunksOf(entries)) {
    yield separator + chunk.map((entry) => JSON.stringify(entry)).join(',\n');
    separator = ',\n';
  }
  yield '\n]\n';
}

function* chunksOf(entries: readonly HistoryEntry[]): Generator<readonly HistoryEntry[]> {
  for (let start = 0; start < entries.length; start += CHUNK_SIZE) {
    yield entries.slice(start, start + CHUNK_SIZE);
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
 * A spreadsheet evaluates a cell that begins like a formula, and names come from outside. Which separator it
 * splits at depends on its language and its user, so an apostrophe goes before the start of a formula after
 * every possible separator.
 */
function withoutFormulas(text: string): string {
  let safe = '';
  let isStart = true;
  for (const character of text) {
    if (isStart && FORMULA_STARTS.has(character)) safe += "'";
    safe += character;
    isStart = SEPARATORS.has(character) || (isStart && BLANK.test(character));
  }
  return safe;
}
