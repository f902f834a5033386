import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { EMPTY_CONTENT, type ProfileContent } from '../../../main/settings/edit-section';
import { createProfileLibrary } from '../../../main/settings/profile-library';
import { createMemoryKeyring } from '../../support/memory-keyring';
import { testInFolder } from '../../support/temporary-folder';

const test = testInFolder.extend('library', ({ folder }) =>
  createProfileLibrary(folder, createMemoryKeyring()),
);

function contentOf(name: string): ProfileContent {
  return { ...EMPTY_CONTENT, open: { version: 1, agent: { name } } };
}

describe('several profiles', () => {
  test('start with none, and the store of the active one is empty', async ({ library }) => {
    expect(await library.list()).toEqual([]);
    expect(await (await library.active()).load()).toEqual({ kind: 'none' });
  });

  test('are listed by name; the last added one is active, and another can be selected', async ({
    library,
  }) => {
    await library.add('Work', contentOf('Eta'));
    await library.add('Home', contentOf('Theta'));
    const listed = await library.list();
    const active = () =>
      library.list().then((list) => list.filter((one) => one.isActive).map(({ name }) => name));
    expect(listed.map(({ name }) => name).sort()).toEqual(['Home', 'Work']);
    expect(await active()).toEqual(['Home']);
    expect(await library.select(listed.find(({ name }) => name === 'Work')!.id)).toMatchObject({
      ok: true,
    });
    expect(await active()).toEqual(['Work']);
    expect(await (await library.active()).readOpen()).toMatchObject({
      content: { open: { agent: { name: 'Eta' } } },
    });
  });

  test('with the same name get a number', async ({ library }) => {
    for (let count = 0; count < 3; count += 1) await library.add('Work', contentOf('Eta'));
    const names = (await library.list()).map(({ name }) => name);
    expect(names.sort()).toEqual(['Work', 'Work 2', 'Work 3']);
  });

  test('keep their names and secrets separate', async ({ library, folder }) => {
    const secrets = { genesys: { password: 'hush' } };
    const open = { version: 1, agent: { name: 'Eta' }, genesys: { baseUrl: 'https://a.example' } };
    await library.add('Work', { open, secrets, names: { genesys: ['password'] } });
    await library.add('Home', contentOf('Theta'));
    const [home] = (await library.list()).filter(({ isActive }) => isActive);
    await library.rename(home!.id, 'Sofa');
    expect((await library.list()).map(({ name }) => name).sort()).toEqual(['Sofa', 'Work']);
    await (await library.active()).forgetSecrets();
    expect(await readFile(join(folder, 'profile.json'), 'utf8')).toContain('"ciphertext": "e');
    for (const name of await readdir(folder)) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
      expect(await readFile(join(folder, name), 'utf8')).not.toContain('hush');
    }
  });

  test('switch to another when the active one is removed, and to none after the last', async ({
    library,
  }) => {
    await library.add('Work', contentOf('Eta'));
    await library.add('Home', contentOf('Theta'));
    const removeActive = async () => {
      const [active] = (await library.list()).filter(({ isActive }) => isActive);
      return library.remove(active!.id);
    };
    await removeActive();
    expect(await library.list()).toMatchObject([{ name: 'Work', isActive: true }]);
    await removeActive();
    expect(await library.list()).toEqual([]);
    expect(await (await library.active()).load()).toEqual({ kind: 'none' });
  });

  test('stay as they are if another one cannot be stored', async ({ folder }) => {
    const keyring = createMemoryKeyring();
    const library = createProfileLibrary(folder, keyring);
    await library.add('Work', contentOf('Eta'));
    await library.add('Home', contentOf('Theta'));
    const before = await library.list();
    keyring.state = 'locked';
    const secrets = { genesys: { password: 'hush' } };
    const content = { ...contentOf('Iota'), secrets, names: { genesys: ['password'] } };
    expect(await library.add('Away', content)).toMatchObject({ ok: false });
    expect(await library.list()).toEqual(before);
  });

  test('include the one that an earlier release stored, under its agent’s name', async ({
    library,
    folder,
  }) => {
    await library.add('Work', contentOf('Eta'));
    const file = join(folder, 'profile.json');
    const { name, ...earlier } = JSON.parse(await readFile(file, 'utf8')) as Record<
      string,
      unknown
    >;
    expect(name).toBe('Work');
    await writeFile(file, JSON.stringify(earlier));
    await rm(join(folder, 'active-profile.json'));
    expect(await library.list()).toEqual([{ id: 'profile', name: 'Eta', isActive: true }]);
  });

  test.for(['', 'no JSON', '{"version":1,"id":"profile-00000000"}', '{"version":1,"id":"../x"}'])(
    'fall back to the first if the file with the active one cannot be used: %s',
    async (text, { library, folder }) => {
      await library.add('Work', contentOf('Eta'));
      await writeFile(join(folder, 'active-profile.json'), text);
      expect(await library.list()).toMatchObject([{ name: 'Work', isActive: true }]);
    },
  );

  test.for(['none', '../profile', 'profile-ffffffff'])(
    'cannot be selected, renamed or removed with a wrong id: %s',
    async (id, { library }) => {
      await library.add('Work', contentOf('Eta'));
      const gone = { ok: false, error: { code: 'gone' } };
      expect(await library.select(id)).toEqual(gone);
      expect(await library.rename(id, 'Home')).toEqual(gone);
      expect(await library.remove(id)).toEqual(gone);
      expect(await library.list()).toMatchObject([{ name: 'Work', isActive: true }]);
    },
  );
});
