import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../contract/preferences';
import { succeed } from '../../../contract/result';
import { createDiagnostics, nameDiagnostics } from '../../../main/app/diagnostics';
import { testInFolder } from '../../support/temporary-folder';

const NOW = Date.UTC(2026, 0, 5, 9);

/** The report of a run. `state.chosen` is the file that the agent chooses. */
const test = testInFolder.extend('setup', ({ folder }) => {
  const logFile = join(folder, 'sidetone.log');
  const state: { now: number; chosen: string | undefined } = { now: NOW, chosen: undefined };
  const diagnostics = createDiagnostics({
    app: { getVersion: () => '1.2.3', getLocale: () => 'en-US', isPackaged: false },
    logFile,
    facts: () => ({
      now: state.now,
      profile: undefined,
      preferences: DEFAULT_PREFERENCES,
      connections: [],
      tests: [],
    }),
    chooseFile: () => Promise.resolve(state.chosen),
  });
  return { diagnostics, logFile, state };
});

describe('the report', () => {
  test('has the version and the end of the log, across its rotation', async ({ setup, folder }) => {
    await writeFile(join(folder, 'sidetone.old.log'), 'line 1\nline 2\n');
    const lines = Array.from({ length: 999 }, (_, index) => `line ${index + 3}`);
    await writeFile(setup.logFile, `${lines.join('\n')}\n`);
    const { text } = await setup.diagnostics.prepare();
    expect(text).toContain('1.2.3, from its sources');
    expect(text).toMatch(/^line 2$/m);
    expect(text).toMatch(/^line 1001$/m);
    expect(text).not.toMatch(/^line 1$/m);
  });

  test('is saved exactly as it was shown, and only its owner can read it', async ({
    setup: { diagnostics, logFile, state },
    folder,
  }) => {
    const { text } = await diagnostics.prepare();
    await writeFile(logFile, 'written later\n');
    state.now += 60_000;
    state.chosen = join(folder, 'report.txt');
    expect(await diagnostics.save()).toEqual(succeed(state.chosen));
    expect(await readFile(state.chosen, 'utf8')).toBe(text);
    expect((await stat(state.chosen)).mode & 0o077).toBe(0);
  });

  test('is written if it was not shown before', async ({
    setup: { diagnostics, state },
    folder,
  }) => {
    state.chosen = join(folder, 'report.txt');
    await diagnostics.save();
    expect(await readFile(state.chosen, 'utf8')).toContain('1.2.3');
  });

  test('is not saved if no file is chosen, or if it cannot be written', async ({
    setup: { diagnostics, state },
    folder,
  }) => {
    expect(await diagnostics.save()).toEqual(succeed(null));
    state.chosen = join(folder, 'no', 'such', 'folder.txt');
    expect(await diagnostics.save()).toMatchObject({ error: { code: 'not-saved' } });
    expect(await readdir(folder)).toEqual([]);
  });

  test('is named after the day in the time zone of the agent', () => {
    for (const hour of [0, 23]) {
      const now = new Date(2026, 0, 5, hour).getTime();
      expect(nameDiagnostics(now)).toBe('sidetone-diagnostics-2026-01-05.txt');
    }
  });
});
