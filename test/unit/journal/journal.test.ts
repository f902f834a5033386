import { mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../../contract/errors';
import { openJournal, type Journal } from '../../../main/journal/journal';
import { findOpenTalkSpaces } from '../../../main/journal/journal-lines';

function line(fields: object): string {
  return JSON.stringify({ t: '2026-01-01T00:00:00.000Z', kind: 'call', ...fields });
}

describe('the journal', () => {
  let folder: string;
  let file: string;
  let problems: AppError[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sidetone-'));
    file = join(folder, 'journal.jsonl');
    problems = [];
  });

  function open(): Promise<Journal> {
    return openJournal({ file, onProblem: (problem) => problems.push(problem) });
  }

  async function reopen(): Promise<readonly unknown[]> {
    const journal = await open();
    await journal.close();
    return journal.earlier.map(({ id }) => id);
  }

  it('keeps what was written for the next run, for its owner alone', async () => {
    const first = await open();
    first.write(line({ id: 'a' }));
    await first.close();
    const second = await open();
    second.write(line({ id: 'b' }));
    await second.close();
    expect(await reopen()).toEqual(['a', 'b']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(problems).toEqual([]);
  });

  it('loses no whole line when a run was cut short in the middle of one', async () => {
    await writeFile(file, `${line({ id: 'a' })}\n${line({ id: 'b' }).slice(0, 20)}`);
    const journal = await open();
    expect(journal.earlier.map(({ id }) => id)).toEqual(['a']);
    journal.write(line({ id: 'c' }));
    await journal.close();
    expect(await reopen()).toEqual(['a', 'c']);
    expect(problems).toEqual([]);
  });

  it.each(['\u0000\u0000\u0000', 'not a journal\nat all\n', '[1]\n[2]\n{"half'])(
    'that is damaged is set aside and told, and a new one begins: %j',
    async (content) => {
      await writeFile(file, content);
      const journal = await open();
      journal.write(line({ id: 'new' }));
      await journal.close();
      expect(problems).toMatchObject([{ code: 'bad-input' }]);
      expect(await readFile(`${file}.damaged`, 'utf8')).toBe(content);
      expect(await reopen()).toEqual(['new']);
    },
  );

  it('begins anew when it has grown large, and keeps the old one', async () => {
    const row = `${line({ id: 'x'.repeat(1_000) })}\n`;
    await writeFile(file, row.repeat(6_000));
    const journal = await open();
    await journal.close();
    expect((await readdir(folder)).sort()).toEqual(['journal.jsonl', 'journal.jsonl.1']);
    expect((await stat(file)).size).toBe(0);
    expect(journal.earlier.length).toBeGreaterThan(100);
  });

  it('does not keep the app from starting when it cannot be written', async () => {
    file = join(folder, 'missing', 'journal.jsonl');
    await writeFile(join(folder, 'missing'), 'a file where the folder should be');
    const journal = await open();
    journal.write(line({ id: 'a' }));
    await expect.poll(() => problems).toMatchObject([{ code: 'internal' }]);
  });
});

describe('the TalkSpaces that it leaves open', () => {
  const talkSpace = (id: string, state: string) => ({
    t: '',
    kind: 'call',
    line: 'talkspace',
    id: `talkspace:${id}`,
    state,
  });

  it('are those whose end it does not know', () => {
    const lines = [
      talkSpace('a', 'Established'),
      talkSpace('b', 'Established'),
      talkSpace('a', 'Ended'),
      { t: '', kind: 'call', line: 'genesys', id: 'genesys:c', state: 'Established' },
    ];
    expect(findOpenTalkSpaces(lines)).toEqual(['b']);
  });
});
