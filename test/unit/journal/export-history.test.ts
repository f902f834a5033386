import { mkdir, readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../contract/history';
import { exportHistory, toCsv } from '../../../main/journal/export-history';
import { testInFolder } from '../../support/temporary-folder';

const AT = new Date(2026, 0, 31, 14, 5, 9).getTime();

function callWith(...parties: string[]): HistoryEntry {
  const call = { kind: 'call', callId: 'genesys:a', line: 'genesys', wasAnswered: true } as const;
  return { ...call, at: AT, endedAt: AT + 61_000, parties };
}

function toText(...entries: readonly HistoryEntry[]): string {
  return [...toCsv(entries)].join('');
}

describe('the history as CSV', () => {
  it('is a table with a header, local times and readable texts, which spreadsheets read as UTF-8', () => {
    const failed: HistoryEntry = {
      kind: 'command',
      at: AT,
      action: 'mute',
      outcome: 'failed',
      target: 'Zoë',
      reason: 'not-connected',
    };
    const wrapUp = { outcome: 'Resolved', note: 'two\nlines' };
    const call = {
      ...callWith('Ada'),
      direction: 'inbound',
      about: 'Orders',
      wrapUp,
    } as HistoryEntry;
    expect(toText(call, failed)).toBe(
      [
        '\uFEFF"Time","Ended","What","Who","Outcome","Why","Direction","About","Wrap-up outcome","Note"',
        '"2026-01-31 14:05:09","2026-01-31 14:06:10","Telephone call","Ada","Answered","","Incoming","Orders","Resolved","two\nlines"',
        '"2026-01-31 14:05:09","","Mute","Zoë","Failed","There is no connection to the service at the moment.","","","",""',
        '',
      ].join('\r\n'),
    );
  });

  it('has no time for an end that was not seen', () => {
    const [, row] = parse(toText({ ...callWith('Ada'), isEndUnseen: true } as HistoryEntry), {
      bom: true,
    });
    expect(row?.[1]).toBe('Ended while you were away');
  });

  it.each([
    ['Lovelace, Ada', 'Lovelace, Ada'],
    ['Ada "the first"', 'Ada "the first"'],
    ['two\nlines', 'two lines'],
    ['\u05d3\u05e0\u05d4', '\u2068\u05d3\u05e0\u05d4\u2069'],
    ['\u202e20051', '20051'],
    ['+* (***) ***-*647', "'+* (***) ***-*647"],
    ['-1', "'-1"],
    ['**001', '**001'],
    ['a-b=c', 'a-b=c'],
  ])('contains the name %j as the cell %j', (name, cell) => {
    const [, row] = parse(toText(callWith(name)), { bom: true });
    expect(row).toEqual([
      '2026-01-31 14:05:09',
      '2026-01-31 14:06:10',
      'Telephone call',
      cell,
      'Answered',
      ...['', '', '', '', ''],
    ]);
  });

  it('contains no formula in a note or an outcome', () => {
    const wrapUp = { outcome: '=1+1', note: 'asked\n=HYPERLINK("x")' };
    const [, row] = parse(toText({ ...callWith('Ada'), wrapUp } as HistoryEntry), { bom: true });
    expect(row?.slice(-2)).toEqual(["'=1+1", 'asked\n\'=HYPERLINK("x")']);
  });

  const FORMULAS = ['=HYPERLINK("x")', '@SUM(A1)', '+1', '-1', '＝1', '＋1', '－1', '＠1'];
  const PREFIXES = [
    '',
    ' ',
    '\t',
    'a;',
    'a; ',
    'a;"',
    'a\t',
    'a\r',
    'a\n',
    'a\r\n',
    'a,',
    'a|',
    ';;',
  ];
  const DELIMITERS = [',', ';', '\t', '|'];

  it.each(PREFIXES.flatMap((prefix) => FORMULAS.map((formula) => prefix + formula)))(
    'starts no formula with the name %j, whatever a spreadsheet splits it at',
    (name) => {
      const text = toText(callWith(name));
      for (const delimiter of DELIMITERS) {
        for (const quote of ['"', null]) {
          const options = { bom: true, delimiter, quote, relax_quotes: true };
          const rows = parse(text, { ...options, relax_column_count: true });
          for (const cell of rows.flat()) {
            expect(cell.replace(/^[\s"]+/, '')).not.toMatch(/^[=+\-@＝＋－＠]/);
          }
        }
      }
    },
  );
});

describe('an exported file', () => {
  testInFolder(
    'contains the entries unchanged as JSON, readable only by its owner',
    async ({ folder }) => {
      const file = join(folder, 'history.json');
      expect(await exportHistory(file, 'json', [callWith('Ada')])).toEqual({
        ok: true,
        value: null,
      });
      expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([callWith('Ada')]);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(await readdir(folder)).toEqual(['history.json']);
    },
  );

  testInFolder.for(['csv', 'json'] as const)(
    'contains everything, however large, as %s',
    async (format, { folder }) => {
      const file = join(folder, 'history');
      const entries = Array.from({ length: 2_500 }, (_, number) => callWith(`Party ${number}`));
      await exportHistory(file, format, entries);
      const text = await readFile(file, 'utf8');
      expect(text.match(/Party \d+/g)).toEqual(entries.map((_, number) => `Party ${number}`));
      if (format === 'json') expect(JSON.parse(text)).toEqual(entries);
    },
  );

  testInFolder('that cannot be written says which and why', async ({ folder }) => {
    const file = join(folder, 'a folder');
    await mkdir(file);
    const result = await exportHistory(file, 'csv', []);
    expect(result).toMatchObject({ ok: false, error: { code: 'not-saved' } });
    expect(JSON.stringify(result)).toMatch(/a folder/);
    expect(await readdir(folder)).toEqual(['a folder']);
  });
});
