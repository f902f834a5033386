import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, vi } from 'vitest';
import { parseArguments } from '../../../main/app/arguments';
import { importProfile } from '../../../main/app/import-profile';
import { openProfile } from '../../../main/app/open-profile';
import { createProfileLibrary } from '../../../main/settings/profile-library';
import { createMemoryKeyring } from '../../support/memory-keyring';
import { testInFolder } from '../../support/temporary-folder';

const PROFILE = {
  version: 1,
  agent: { name: 'Eta', networkId: 'eta' },
  genesys: { baseUrl: 'https://gws.example.com', userName: 'eta', password: 'pw-15aPq' },
};

/** A file to import into the profiles of a data folder. `warned` lists what was printed meanwhile. */
const test = testInFolder.extend('setup', ({ folder }, { onCleanup }) => {
  const keyring = createMemoryKeyring();
  const profiles = createProfileLibrary(folder, keyring);
  const warned: string[] = [];
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    warned.push(String(text));
    return true;
  });
  onCleanup(() => stderr.mockRestore());
  const file = join(folder, "the agent's profile.json");
  return {
    keyring,
    warned,
    file,
    write: (profile: unknown, mode = 0o600) =>
      writeFile(file, typeof profile === 'string' ? profile : JSON.stringify(profile), { mode }),
    importFile: async () => importProfile(file, await profiles.active()),
    stored: () => readFile(join(folder, 'profile.json'), 'utf8').catch(() => undefined),
    /** Starts with `--profile` and the file. */
    open: async () => {
      const args = parseArguments(['--profile', file], { isPackaged: true });
      if (!args.ok) throw new Error(args.error.detail);
      const startDemo = () => Promise.reject(new Error('not here'));
      return openProfile({ args: args.value, profiles, startDemo, isPackaged: true });
    },
  };
});

describe('--import-profile', () => {
  test('stores the profile with its secrets encrypted', async ({ setup }) => {
    const { write, importFile, stored, warned } = setup;
    await write(PROFILE);
    expect(await importFile()).toEqual({
      isError: false,
      lines: ['The profile of Eta is stored; its secrets are encrypted.'],
      exitCode: 0,
    });
    expect(await stored()).toContain(PROFILE.genesys.baseUrl);
    expect(await stored()).not.toContain(PROFILE.genesys.password);
    expect(warned).toEqual([]);
  });

  test('names each invalid field in one line, and keeps the stored profile', async ({ setup }) => {
    const { write, importFile, stored } = setup;
    await write(PROFILE);
    await importFile();
    const before = await stored();
    const genesys = { ...PROFILE.genesys, userName: 'e:ta', password: 'p\ud800' };
    await write({ ...PROFILE, agent: { networkId: ' ' }, genesys });
    expect(await importFile()).toEqual({
      isError: true,
      lines: [
        expect.stringContaining('sidetone: agent.name: is missing'),
        expect.stringContaining('sidetone: agent.networkId: must not be blank'),
        expect.stringContaining('sidetone: genesys.userName: must not contain a colon'),
        expect.stringContaining('sidetone: genesys.password: contains an incomplete character'),
      ],
      exitCode: 2,
    });
    expect(await stored()).toBe(before);
  });

  test('stores nothing without a keyring, and says so', async ({ setup }) => {
    const { write, importFile, stored, keyring } = setup;
    await write(PROFILE);
    keyring.state = 'gone';
    expect(await importFile()).toEqual({
      isError: true,
      lines: [expect.stringMatching(/^sidetone: .*no keyring.* Nothing was stored\.$/)],
      exitCode: 1,
    });
    expect(await stored()).toBeUndefined();
  });

  test('says that the keyring is locked while it waits', async ({ setup }) => {
    const { write, importFile, keyring, warned } = setup;
    await write(PROFILE);
    keyring.state = 'locked';
    expect(await importFile()).toMatchObject({ isError: true, exitCode: 1 });
    expect(warned).toEqual([expect.stringMatching(/^sidetone: .*keyring.*\n$/)]);
  });
});

test.runIf(process.platform !== 'win32').for(['open', 'importFile'] as const)(
  'a file that others can read causes a warning with the command that changes it: %s',
  async (use, { setup }) => {
    await setup.write(PROFILE, 0o640);
    await setup[use]();
    const quoted = `'${setup.file.replace("'", String.raw`'\''`)}'`;
    expect(setup.warned).toEqual([expect.stringContaining(`; run: chmod 600 ${quoted}\n`)]);
  },
);

describe('--profile', () => {
  test('names each invalid field, and no secret', async ({ setup: { write, open } }) => {
    const telesocial = { baseUrl: 'https://t.example.com', appKey: '' };
    await write({ ...PROFILE, genesys: { ...PROFILE.genesys, userName: undefined }, telesocial });
    const opened = await open();
    expect(opened).toEqual({
      kind: 'invalid',
      mistakes: [
        expect.stringMatching(/^genesys\.userName: /),
        expect.stringMatching(/^telesocial\.appKey: /),
      ],
    });
    expect(JSON.stringify(opened)).not.toContain(PROFILE.genesys.password);
  });

  test.for([
    { what: 'is not JSON', text: '{ "version": 1,', words: 'not valid JSON' },
    { what: 'does not exist', text: undefined, words: 'cannot be read: there is no such file' },
  ])('says that the file $what', async ({ text, words }, { setup: { write, open } }) => {
    if (text !== undefined) await write(text);
    expect(await open()).toEqual({
      kind: 'invalid',
      mistakes: [expect.stringContaining(words)],
    });
  });
});
