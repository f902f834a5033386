import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../contract/errors';
import { DEFAULT_PREFERENCES } from '../../../contract/preferences';
import { createMemoryPreferences, openPreferences } from '../../../main/settings/preferences';
import { testInFolder } from '../../support/temporary-folder';

async function open(file: string) {
  const problems: AppError[] = [];
  const store = await openPreferences({ file, onProblem: (problem) => problems.push(problem) });
  return { store, problems };
}

describe('the preferences', () => {
  testInFolder('are as usual before anything was chosen', async ({ folder }) => {
    const { store, problems } = await open(join(folder, 'preferences.json'));
    expect(store.current).toEqual({ version: 1, historyDays: 30, ...DEFAULT_PREFERENCES });
    expect(problems).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  testInFolder('come back as they were saved, for their owner alone', async ({ folder }) => {
    const file = join(folder, 'state', 'preferences.json');
    const { store } = await open(file);
    const chosen = {
      version: 1,
      historyDays: 90,
      ...DEFAULT_PREFERENCES,
      rosterNotifications: false,
    } as const;
    expect(await store.update(() => chosen)).toEqual({ ok: true, value: null });
    expect(store.current.historyDays).toBe(90);
    expect((await open(file)).store.current).toEqual(chosen);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'state'))).toEqual(['preferences.json']);
  });

  testInFolder('of an earlier version have what is usual for the rest', async ({ folder }) => {
    const file = join(folder, 'preferences.json');
    await writeFile(file, '{"version": 1, "historyDays": 90}');
    const { store, problems } = await open(file);
    expect(store.current).toEqual({ version: 1, historyDays: 90, ...DEFAULT_PREFERENCES });
    expect(problems).toEqual([]);
  });

  testInFolder.for([
    ['', 'the preferences were damaged'],
    ['{"version": 1', 'the preferences were damaged'],
    ['[]', 'the preferences were damaged'],
    ['{"version": 1, "historyDays": 31}', 'preferences: historyDays was not valid'],
    ['{"version": 2, "historyDays": 30}', 'preferences: version was not valid'],
  ] as const)(
    'that are damaged are set aside and reported: %j',
    async ([content, words], { folder }) => {
      const file = join(folder, 'preferences.json');
      await writeFile(file, content);
      const { store, problems } = await open(file);
      // The agent may have chosen more days than usual, and what is deleted is gone.
      const lost = { version: 1, historyDays: 365, ...DEFAULT_PREFERENCES };
      expect(store.current).toEqual(lost);
      expect(problems).toEqual([
        { code: 'bad-input', detail: `${words}; they are now preferences.json.damaged` },
      ]);
      expect(await readFile(`${file}.damaged`, 'utf8')).toBe(content);
      expect((await open(file)).store.current).toEqual(lost);
      // Nor is that number saved as the agent's choice.
      await store.update(() => ({ ringSound: true }));
      expect(await readFile(file, 'utf8')).not.toContain('historyDays');
      await store.update(() => ({ historyDays: 7 }));
      const chosen = await open(file);
      expect(chosen.store.current.historyDays).toBe(7);
      expect(chosen.problems).toEqual([]);
    },
  );

  testInFolder('stay as they were when they cannot be saved', async ({ folder }) => {
    await writeFile(join(folder, 'state'), 'a file where the folder should be');
    const { store } = await open(join(folder, 'state', 'preferences.json'));
    const saved = await store.update(() => ({ historyDays: 7 }));
    expect(saved).toMatchObject({ ok: false, error: { code: 'not-saved' } });
    expect(store.current.historyDays).toBe(365);
  });

  testInFolder('keep every one of several changes at the same time', async ({ folder }) => {
    const file = join(folder, 'preferences.json');
    const { store } = await open(file);
    await Promise.all([
      store.update(() => ({ historyDays: 7 })),
      store.update(() => ({ ringSound: !DEFAULT_PREFERENCES.ringSound })),
      store.update(({ zoom }) => ({ zoom: zoom === 100 ? 110 : 100 })),
    ]);
    const changed = { historyDays: 7, ringSound: !DEFAULT_PREFERENCES.ringSound, zoom: 110 };
    expect(store.current).toMatchObject(changed);
    expect((await open(file)).store.current).toMatchObject(changed);
  });

  it('of a demo are not stored', async () => {
    const store = createMemoryPreferences();
    await store.update(() => ({ historyDays: 1 }));
    expect(store.current.historyDays).toBe(1);
    expect(createMemoryPreferences().current.historyDays).toBe(30);
  });
});
