import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rmdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../../contract/errors';
import { openJournal, type Journal } from '../../../main/journal/journal';
import { findOpenConferences } from '../../../main/journal/journal-lines';
import { eventually } from '../../support/eventually';
import { createManualClock, type ManualClock } from '../../support/manual-clock';

function line(fields: object): string {
  return JSON.stringify({ t: '2026-01-01T00:00:00.000Z', kind: 'call', ...fields });
}

describe('the journal', () => {
  let folder: string;
  let file: string;
  let problems: AppError[];
  let recovered: AppError[];
  let clock: ManualClock;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sidetone-'));
    file = join(folder, 'journal.jsonl');
    problems = [];
    recovered = [];
    clock = createManualClock();
  });

  function open(): Promise<Journal> {
    return openJournal({
      file,
      onProblem: (problem) => problems.push(problem),
      onRecovered: (problem) => recovered.push(problem),
      after: (milliseconds, callback) => clock.after(milliseconds, callback),
    });
  }

  async function reopen(): Promise<readonly unknown[]> {
    const journal = await open();
    await journal.close();
    return journal.earlier.map(({ id }) => id);
  }

  it('keeps its lines for the next run, readable only by its owner', async () => {
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

  it('loses no complete line if a run ended in the middle of one', async () => {
    await writeFile(file, `${line({ id: 'a' })}\n${line({ id: 'b' }).slice(0, 20)}`);
    const journal = await open();
    expect(journal.earlier.map(({ id }) => id)).toEqual(['a']);
    journal.write(line({ id: 'c' }));
    await journal.close();
    expect(await reopen()).toEqual(['a', 'c']);
    expect(problems).toEqual([]);
  });

  it.each(['\u0000\u0000\u0000', 'not a journal\nat all\n', '[1]\n[2]\n{"half'])(
    'that is damaged is set aside and reported, and a new one begins: %j',
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

  async function readAll(journal: Journal, from = 0): Promise<{ ids: unknown[]; place: number }> {
    const ids: unknown[] = [];
    const place = await journal.read(from, ({ id }) => ids.push(id) > 0);
    return { ids, place };
  }

  it('reads the lines of all runs, including this one, and skips damaged ones', async () => {
    await writeFile(`${file}.1`, `${line({ id: 'a' })}\n`);
    await writeFile(file, `${line({ id: 'b' })}\n{"t":"x"\n${line({ id: 'ü' })}\n`);
    const journal = await open();
    journal.write(line({ id: 'd' }));
    const { ids, place } = await readAll(journal);
    expect(ids).toEqual(['a', 'b', 'ü', 'd']);
    journal.write(line({ id: 'e' }));
    expect((await readAll(journal, place)).ids).toEqual(['e']);
    await journal.close();
  });

  it('reads lines longer than a chunk', async () => {
    const journal = await open();
    const ids = ['x'.repeat(600_000), 'y', 'z'.repeat(300_000)];
    for (const id of ids) journal.write(line({ id }));
    expect((await readAll(journal)).ids).toEqual(ids);
    await journal.close();
  });

  it('stops reading when asked to', async () => {
    const journal = await open();
    for (const id of ['a', 'b', 'c']) journal.write(line({ id }));
    const seen: unknown[] = [];
    await journal.read(0, ({ id }) => seen.push(id) < 2);
    expect(seen).toEqual(['a', 'b']);
    await journal.close();
  });

  it('removes lines, also from the older file, and loses nothing written in the meantime', async () => {
    await writeFile(`${file}.1`, [line({ id: 'old' }), line({ id: 'a' }), ''].join('\n'));
    await writeFile(file, [line({ id: 'b' }), line({ id: 'old' }), ''].join('\n'));
    const journal = await open();
    const { edition } = journal;
    const { place } = await readAll(journal);
    journal.write(line({ id: 'before' }));
    const rewriting = journal.rewrite(place, ({ id }) => {
      if (id === 'b') journal.write(line({ id: 'meanwhile' }));
      return id === 'a' || id === 'b';
    });
    journal.write(line({ id: 'at once' }));
    await rewriting;
    journal.write(line({ id: 'after' }));
    expect(journal.edition).not.toBe(edition);
    const kept = ['a', 'b', 'before', 'at once', 'meanwhile', 'after'];
    expect((await readAll(journal)).ids).toEqual(kept);
    await journal.close();
    expect(await readdir(folder)).toEqual(['journal.jsonl']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await reopen()).toEqual(kept);
  });

  it('loses no line that is written at any moment during a removal', async () => {
    await writeFile(file, `${line({ id: 'old' })}\n`);
    const journal = await open();
    const { place } = await readAll(journal);
    const rewritten = journal.rewrite(place, () => false).then(() => 'rewritten');
    const written: number[] = [];
    while ((await Promise.race([rewritten, setImmediate('not yet')])) === 'not yet') {
      // On a busy computer the removal takes longer, and too many waiting lines would be dropped.
      if (written.length < 5_000) journal.write(line({ id: written.push(written.length) - 1 }));
    }
    expect(written.length).toBeGreaterThan(5);
    expect((await readAll(journal)).ids).toEqual(written);
    await journal.close();
  });

  it('is complete on disk at every moment during a removal', async () => {
    await writeFile(file, [line({ id: 'a' }), line({ id: 'old' }), ''].join('\n'));
    // Leftovers of a run that was killed during a removal.
    await writeFile(`${file}.new`, 'a beginning');
    const journal = await open();
    const seen: string[] = [];
    const { place } = await readAll(journal);
    await journal.rewrite(place, ({ id }) => {
      seen.push(readFileSync(file, 'utf8'));
      return id !== 'old';
    });
    for (const text of seen) expect(text).toContain(line({ id: 'a' }));
    expect((await readAll(journal)).ids).toEqual(['a']);
    await journal.close();
  });

  it('stays unchanged, and continues, if lines cannot be removed', async () => {
    await mkdir(`${file}.new`);
    const journal = await open();
    journal.write(line({ id: 'a' }));
    await expect(journal.rewrite(0, () => false)).rejects.toThrow();
    journal.write(line({ id: 'b' }));
    await journal.close();
    expect(await reopen()).toEqual(['a', 'b']);
  });

  it('does not prevent the app from starting if it cannot be written', async () => {
    file = join(folder, 'missing', 'journal.jsonl');
    await writeFile(join(folder, 'missing'), 'a file where the folder should be');
    const journal = await open();
    journal.write(line({ id: 'a' }));
    await eventually(() => problems).toEqual([
      { code: 'not-saved', detail: `a file is in the place of ${join(folder, 'missing')}` },
    ]);
  });

  it('continues by itself once it can be written again, and loses nothing', async () => {
    await mkdir(file);
    const journal = await open();
    journal.write(line({ id: 'a' }));
    await eventually(() => problems).toMatchObject([{ code: 'not-saved' }]);
    await rmdir(file);
    journal.write(line({ id: 'b' }));
    clock.advance(5_000);
    await eventually(() => recovered).toEqual(problems);
    await journal.close();
    expect(await reopen()).toEqual(['a', 'b']);
  });
});

describe('the open conferences in the journal', () => {
  const LED = ['talkspace', 'flight'];
  const talkSpace = (id: string, state: string) => ({
    t: '',
    kind: 'call',
    line: 'talkspace',
    id: `talkspace:${id}`,
    state,
  });

  it('are those without a recorded end', () => {
    const lines = [
      talkSpace('a', 'established'),
      talkSpace('b', 'established'),
      talkSpace('a', 'ended'),
      { t: '', kind: 'call', line: 'genesys', id: 'genesys:c', state: 'established' },
      { t: '', kind: 'call', line: 'flight', id: 'flight:d', state: 'established' },
    ];
    expect(findOpenConferences(lines, LED)).toEqual(['talkspace:b', 'flight:d']);
  });

  it('are also found in the format of older journals', () => {
    const states = ['Established', 'Ended'];
    expect(
      findOpenConferences(
        states.map((state) => talkSpace('a', state)),
        LED,
      ),
    ).toEqual([]);
    expect(findOpenConferences([talkSpace('b', 'Established')], LED)).toEqual(['talkspace:b']);
  });
});
