import { mkdir, readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../contract/history';
import { exportHistory, toCsv } from '../../../main/journal/export-history';
import { testInFolder } from '../../support/temporary-folder';

const AT = new Date(2026, 0, 31, 14, 5, 9).getTime();

function callWith(...parties: string[]): HistoryEntry {
  const call = { kind: 'call', callId: 'genesys:a', line: 'genesys', wasAnswered: true } as const;
  return { ...call, at: AT, endedAt: AT + 61_000, parties };
}

describe('the history as CSV', () => {
  it('is a table with a header, in local time and in words, that spreadsheets read as UTF-8', () => {
    const failed: HistoryEntry = {
      kind: 'command',
      at: AT,
      action: 'mute',
      outcome: 'failed',
      target: 'Zoë',
      reason: 'not-connected',
    };
    expect([...toCsv([callWith('Ada'), failed])].join('')).toBe(
      [
        '\uFEFFTime,Ended,What,Who,Outcome,Why',
        '2026-01-31 14:05:09,2026-01-31 14:06:10,Telephone call,Ada,Answered,',
        '2026-01-31 14:05:09,,Mute,Zoë,Failed,There is no connection to the service at the moment.',
        '',
      ].join('\r\n'),
    );
  });

  it.each([
    ['Lovelace, Ada', '"Lovelace, Ada"'],
    ['Ada "the first"', '"Ada ""the first"""'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+* (***) ***-*647', "'+* (***) ***-*647"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tcmd', "'\tcmd"],
    ['**001', '**001'],
  ])('writes the name %j as %j, so that it stays one cell and no formula', (name, cell) => {
    const row = [...toCsv([callWith(name)])].join('').split('\r\n')[1];
    expect(row?.split(',Telephone call,')[1]).toBe(`${cell},Answered,`);
  });
});

describe('an exported file', () => {
  testInFolder('holds the entries as they are as JSON, for its owner alone', async ({ folder }) => {
    const file = join(folder, 'history.json');
    expect(await exportHistory(file, 'json', [callWith('Ada')])).toEqual({ ok: true, value: null });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([callWith('Ada')]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['history.json']);
  });

  testInFolder.for(['csv', 'json'] as const)(
    'holds everything however much it is, as %s',
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
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).toMatch(/a folder cannot be written \((EISDIR|EPERM)\)/);
    expect(await readdir(folder)).toEqual(['a folder']);
  });
});
