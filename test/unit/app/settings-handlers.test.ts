import { EventEmitter, once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { AppError } from '../../../contract/errors';
import { fail, succeed, type Result } from '../../../contract/result';
import type { SectionForm, Settings } from '../../../contract/settings';
import { createSettingsHandlers } from '../../../main/app/settings-handlers';
import type { Profile } from '../../../main/settings/profile';
import { createProfileLibrary } from '../../../main/settings/profile-library';
import { eventually } from '../../support/eventually';
import { createMemoryKeyring } from '../../support/memory-keyring';
import { testInFolder } from '../../support/temporary-folder';

const AGENT: SectionForm = { section: 'agent', values: { name: 'Eta' }, secrets: {} };
const GENESYS: SectionForm = {
  section: 'genesys',
  values: { baseUrl: 'https://gws.example.com', userName: 'eta' },
  secrets: { password: 'hush-1' },
};
const FILE = {
  version: 1,
  agent: { name: 'Theta' },
  genesys: { ...GENESYS.values, password: 'hush-2' },
};

/** The settings of a folder. `used` lists the profiles in use after each change. */
const test = testInFolder.extend('setup', ({ folder }) => {
  const keyring = createMemoryKeyring();
  const profiles = createProfileLibrary(folder, keyring);
  const used: (Profile | string)[] = [];
  /** The names of the profiles that were shown again. */
  const shown: (string | undefined)[] = [];
  const notices = new Set<string>();
  const tested: Profile[] = [];
  const state: {
    reloadFails?: AppError | undefined;
    /** The profile in use still waits for the keyring. */
    whenUnlocked?: Promise<unknown> | undefined;
    testAnswer: Result<null>;
    chosen?: string;
  } = { testAnswer: succeed(null) };
  const handlers = createSettingsHandlers({
    profiles,
    control: {
      running: 'stored',
      startDemo: () => Promise.resolve(succeed(null)),
      leaveDemo: () => Promise.resolve(succeed(null)),
      reload: async () => {
        await state.whenUnlocked;
        if (state.reloadFails !== undefined) return fail(state.reloadFails);
        const stored = await (await profiles.active()).load();
        const opened = stored.kind === 'sealed' ? await stored.open() : stored;
        used.push(opened.kind === 'found' ? opened.profile : opened.kind);
        return succeed({ isReplaced: true });
      },
      showActive: async () => {
        const active = (await profiles.list()).find(({ isActive }) => isActive);
        shown.push(active?.name);
      },
    },
    store: {
      addNotice: ({ code }) => void notices.add(code),
      removeNotice: ({ code }) => void notices.delete(code),
    },
    shortcuts: {
      read: () => ({ keys: {}, refused: [], isWayland: false }),
      change: () => Promise.resolve(fail({ code: 'not-saved' })),
    },
    linkHandler: undefined,
    loginItem: undefined,
    chooseProfile: () => Promise.resolve(state.chosen),
    testService: (profile) => {
      tested.push(profile);
      return Promise.resolve(state.testAnswer);
    },
  });
  async function read(): Promise<Settings> {
    const answer = await handlers.getSettings(undefined);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  }
  const section = async (name: string) => (await read()).sections.find((one) => one.name === name);
  return { keyring, used, shown, notices, tested, state, handlers, read, section };
});

const DONE = { ok: true, value: { kind: 'done' } };

describe('a saved section', () => {
  test('takes effect at once, and its secret is never returned', async ({ setup }) => {
    const { handlers, used, read, section } = setup;
    expect(await handlers.saveSection(AGENT)).toEqual(DONE);
    expect(await handlers.saveSection(GENESYS)).toEqual(DONE);
    expect(used.at(-1)).toMatchObject({ agent: { name: 'Eta' }, genesys: { password: 'hush-1' } });
    expect(await section('genesys')).toMatchObject({
      isSet: true,
      values: GENESYS.values,
      storedSecrets: ['password'],
    });
    expect(JSON.stringify(await read())).not.toContain('hush');
  });

  test('keeps a secret that is left empty, but requires it again for another address', async ({
    setup: { handlers, used },
  }) => {
    await handlers.saveSection(AGENT);
    await handlers.saveSection(GENESYS);
    const values = { ...GENESYS.values, session: 'own' };
    expect(await handlers.saveSection({ ...GENESYS, values, secrets: {} })).toEqual(DONE);
    expect(used.at(-1)).toMatchObject({ genesys: { password: 'hush-1', session: 'own' } });
    const moved = { ...values, baseUrl: 'https://elsewhere.example.com' };
    expect(await handlers.saveSection({ ...GENESYS, values: moved, secrets: {} })).toMatchObject({
      value: { kind: 'invalid', mistakes: [{ field: 'genesys.password' }] },
    });
    expect(used.at(-1)).toMatchObject({ genesys: { baseUrl: GENESYS.values.baseUrl } });
  });

  test('with mistakes names each wrong field and changes nothing', async ({ setup }) => {
    const { handlers, used, read } = setup;
    await handlers.saveSection(AGENT);
    const values = { baseUrl: 'http://gws.example.com', userName: 'e:ta' };
    expect(await handlers.saveSection({ ...GENESYS, values })).toMatchObject({
      value: {
        kind: 'invalid',
        mistakes: [{ field: 'genesys.userName' }, { field: 'genesys.baseUrl' }],
      },
    });
    expect(used).toHaveLength(1);
    expect((await read()).sections.filter(({ isSet }) => isSet)).toHaveLength(1);
  });

  test('is used without a keyring, with a notice that its secrets are not stored', async ({
    setup,
  }) => {
    const { handlers, keyring, used, notices, read } = setup;
    keyring.state = 'gone';
    await handlers.saveSection(AGENT);
    await handlers.saveSection(GENESYS);
    expect((await read()).isMemoryOnly).toBe(true);
    expect(notices).toContain('memory-only');
    expect(used).not.toEqual([]);
    keyring.state = 'open';
    await handlers.saveSection(GENESYS);
    expect((await read()).isMemoryOnly).toBe(false);
    expect(notices).not.toContain('memory-only');
  });

  test('waits for a locked keyring, with a notice until it is unlocked', async ({ setup }) => {
    const { handlers, keyring, notices, used } = setup;
    await handlers.saveSection(AGENT);
    await handlers.saveSection(GENESYS);
    const count = used.length;
    keyring.state = 'locked';
    expect(await handlers.saveSection(AGENT)).toEqual({
      ok: false,
      error: { code: 'keyring-locked' },
    });
    expect(notices.size).toBe(0);
    expect(used).toHaveLength(count);
  });

  test('is saved in its own profile although another one is selected while the keyring is locked', async ({
    setup,
  }) => {
    const { handlers, keyring, read, section } = setup;
    await handlers.saveSection(AGENT);
    await handlers.saveSection(GENESYS);
    const [eta] = (await read()).profiles;
    await handlers.createProfile({ name: 'Theta' });
    const theta = (await read()).profiles.find(({ isActive }) => isActive);
    await handlers.selectProfile({ profileId: eta!.id });

    const open = keyring.open.bind(keyring);
    const user = new EventEmitter();
    keyring.open = async (...sealed) => {
      keyring.open = open;
      const unlocked = once(user, 'unlocked');
      user.emit('asked');
      await unlocked;
      return open(...sealed);
    };
    const asked = once(user, 'asked');
    const saving = handlers.saveSection(GENESYS);
    await asked;
    const selecting = handlers.selectProfile({ profileId: theta!.id });
    // Without turns, it would take only some accesses to files.
    for (let count = 0; count < 10; count += 1) await Promise.race([selecting, read()]);
    user.emit('unlocked');
    expect(await saving).toEqual(DONE);
    expect(await selecting).toMatchObject({ ok: true });
    expect((await read()).profiles.find(({ isActive }) => isActive)).toMatchObject({
      id: theta!.id,
      name: 'Theta',
    });
    expect(await section('genesys')).toMatchObject({ isSet: false, storedSecrets: [] });
  });

  test('can be removed by its name only', async ({ setup: { handlers, used, section } }) => {
    await handlers.saveSection(AGENT);
    await handlers.saveSection(GENESYS);
    expect(await handlers.removeSection({ section: 'genesys' })).toMatchObject({ ok: true });
    expect(await section('genesys')).toMatchObject({ isSet: false, storedSecrets: [] });
    expect(used.at(-1)).not.toHaveProperty('genesys');
    expect(await handlers.removeSection({ section: 'agent' })).toEqual({
      ok: false,
      error: { code: 'bad-input', detail: 'section' },
    });
  });
});

describe('Test connection', () => {
  test('combines typed and stored values, works before the agent has a name, and saves nothing', async ({
    setup: { handlers, tested, used, read },
  }) => {
    expect(await handlers.testService(GENESYS)).toEqual(DONE);
    expect(tested[0]).toMatchObject({ genesys: { userName: 'eta', password: 'hush-1' } });
    expect(used).toEqual([]);
    expect((await read()).profiles).toEqual([]);

    await handlers.saveSection(AGENT);
    await handlers.saveSection(GENESYS);
    await handlers.testService({ ...GENESYS, secrets: {} });
    expect(tested[1]).toMatchObject({ genesys: { password: 'hush-1' } });
  });

  test('reports the reason of a failure, or an invalid field without sending anything', async ({
    setup: { handlers, state, tested },
  }) => {
    const error: AppError = { code: 'no-route', detail: 'ENOTFOUND', vendor: 'genesys' };
    state.testAnswer = fail(error);
    expect(await handlers.testService(GENESYS)).toEqual(succeed({ kind: 'failed', error }));
    expect(await handlers.testService({ ...GENESYS, secrets: {} })).toMatchObject({
      value: { kind: 'invalid', mistakes: [{ field: 'genesys.password' }] },
    });
    expect(tested).toHaveLength(1);
  });
});

describe('a profile file', () => {
  const dropped = (content: unknown, fileName = 'Work.json') => ({
    fileName,
    content: new TextEncoder().encode(JSON.stringify(content)),
  });

  test('that is dropped becomes the active profile, named after the file', async ({
    setup: { handlers, used, read },
  }) => {
    expect(await handlers.importProfile(dropped(FILE))).toEqual(DONE);
    expect(used.at(-1)).toMatchObject(FILE);
    expect((await read()).profiles).toMatchObject([{ name: 'Work', isActive: true }]);
    await handlers.importProfile(dropped(FILE, '.json'));
    expect((await read()).profiles.map(({ name }) => name).sort()).toEqual(['Theta', 'Work']);
  });

  test('with mistakes names the fields and changes nothing', async ({
    setup: { handlers, used, read },
  }) => {
    const wrong = { ...FILE, agent: {}, genesys: { ...FILE.genesys, baseUrl: 'ftp://x' } };
    expect(await handlers.importProfile(dropped(wrong))).toMatchObject({
      value: {
        kind: 'invalid',
        mistakes: [{ field: 'agent.name' }, { field: 'genesys.baseUrl' }],
      },
    });
    const noJson = { fileName: 'x', content: new Uint8Array([0xff, 0xfe, 0x00]) };
    expect(await handlers.importProfile(noJson)).toMatchObject({ value: { kind: 'invalid' } });
    expect(used).toEqual([]);
    expect((await read()).profiles).toEqual([]);
  });

  test('is chosen in a dialog if none was dropped', async ({ setup, folder }) => {
    const { handlers, state, read } = setup;
    expect(await handlers.importProfile(undefined)).toEqual(succeed({ kind: 'canceled' }));
    state.chosen = join(folder, 'Chosen.json');
    await writeFile(state.chosen, JSON.stringify(FILE), { mode: 0o600 });
    expect(await handlers.importProfile(undefined)).toEqual(DONE);
    expect((await read()).profiles).toMatchObject([{ name: 'Chosen' }]);
  });
});

describe('a profile from a link', () => {
  const PROPOSED = {
    version: 1,
    agent: { name: 'Iota', networkId: 'iota' },
    genesys: GENESYS.values,
    telesocial: { baseUrl: 'https://api.example.com' },
  };

  test('is stored in addition to the others, and its secrets must be entered', async ({
    setup,
  }) => {
    const { handlers, used, read, section } = setup;
    await handlers.saveSection(AGENT);
    const text = JSON.stringify(PROPOSED);
    expect(await handlers.acceptProfile({ name: 'Site', text })).toEqual(DONE);
    expect((await read()).profiles).toMatchObject([
      { name: 'Eta', isActive: false },
      { name: 'Site', isActive: true },
    ]);
    expect(used.at(-1)).toEqual({ version: 1, agent: PROPOSED.agent });
    expect(await section('genesys')).toMatchObject({ values: GENESYS.values, storedSecrets: [] });
    expect(await section('telesocial')).toMatchObject({ storedSecrets: [] });
    expect(await handlers.saveSection(GENESYS)).toEqual(DONE);
    expect(used.at(-1)).toMatchObject({ genesys: { password: 'hush-1' } });
    expect(await section('genesys')).toMatchObject({ storedSecrets: ['password'] });
    // A secret that has not been entered yet does not count as stored.
    expect(await section('telesocial')).toMatchObject({ isSet: true, storedSecrets: [] });
  });

  test('with a secret is refused, and nothing is stored', async ({ setup }) => {
    const { handlers, read } = setup;
    expect(
      await handlers.acceptProfile({ name: 'Site', text: JSON.stringify(FILE) }),
    ).toMatchObject({ value: { kind: 'invalid', mistakes: [{ field: 'genesys.password' }] } });
    expect((await read()).profiles).toEqual([]);
  });
});

describe('several profiles', () => {
  test('keep the one in use if another cannot be used', async ({ setup }) => {
    const { handlers, state, read, shown } = setup;
    await handlers.createProfile({ name: 'Work' });
    await handlers.createProfile({ name: 'Home' });
    const { profiles } = await read();
    const work = profiles.find(({ name }) => name === 'Work')!;
    state.reloadFails = { code: 'no-keyring' };
    expect(await handlers.selectProfile({ profileId: work.id })).toMatchObject({ ok: false });
    expect((await read()).profiles.find(({ isActive }) => isActive)?.name).toBe('Home');
    expect(shown).toEqual(['Home']);
    state.reloadFails = undefined;
    expect(await handlers.selectProfile({ profileId: work.id })).toMatchObject({ ok: true });
    expect((await read()).profiles.find(({ isActive }) => isActive)?.name).toBe('Work');
  });

  test('lose their secrets at once, although another one still waits to be used', async ({
    setup,
  }) => {
    const { handlers, state, section } = setup;
    await handlers.saveSection(AGENT);
    await handlers.saveSection(GENESYS);
    const user = new EventEmitter();
    state.whenUnlocked = once(user, 'unlocked');
    const saving = handlers.saveSection(AGENT);
    const signingOut = handlers.signOut(undefined);
    await eventually(() => section('genesys')).toMatchObject({ storedSecrets: [] });
    user.emit('unlocked');
    expect([await saving, await signingOut]).toMatchObject([{ ok: true }, { ok: true }]);
  });

  test('lose only the secrets of the active one when the agent signs out', async ({ setup }) => {
    const { handlers, section } = setup;
    await handlers.saveSection(AGENT);
    await handlers.saveSection(GENESYS);
    expect(await handlers.signOut(undefined)).toMatchObject({ ok: true });
    expect(await section('genesys')).toMatchObject({ values: GENESYS.values, storedSecrets: [] });
    expect(await handlers.testService({ ...GENESYS, secrets: {} })).toMatchObject({
      value: { kind: 'invalid', mistakes: [{ field: 'genesys.password' }] },
    });
  });
});
