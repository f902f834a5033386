import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../contract/preferences';
import { succeed } from '../../../contract/result';
import { parseArguments } from '../../../main/app/arguments';
import { openSavedData } from '../../../main/app/open-saved-data';
import { openProfile } from '../../../main/app/open-profile';
import { createProfileControl, type ProfileControl } from '../../../main/app/profile-control';
import { createIdleSession, createSession } from '../../../main/app/session';
import { EMPTY_CONTENT } from '../../../main/settings/edit-section';
import type { Profile } from '../../../main/settings/profile';
import { createProfileLibrary } from '../../../main/settings/profile-library';
import { openRunPreferences, type RunPreferences } from '../../../main/settings/run-preferences';
import { telephoneCall } from '../../support/calls';
import { createMemoryKeyring } from '../../support/memory-keyring';
import { createOfflineParts, profileOf } from '../../support/offline-session';
import { testInFolder } from '../../support/temporary-folder';

const GENESYS = { baseUrl: 'https://gws.example.com', userName: 'eta', password: 'hush-1' };

const ETA = profileOf('Eta', { genesys: GENESYS });

/** The profiles of a data folder, with real sessions whose services cannot be reached. */
const test = testInFolder.extend('setup', ({ folder }) => {
  const keyring = createMemoryKeyring();
  const profiles = createProfileLibrary(folder, keyring);
  const parts = createOfflineParts();
  const { store, logger } = parts;
  const secrets: string[][] = [];
  const state = { isBroken: false };
  const demo = {
    profile: succeed(profileOf('Demo')),
    isRunning: false,
  };
  async function start(
    flags: readonly string[] = [],
    isPackaged = true,
  ): Promise<ProfileControl & { readonly preferences: RunPreferences }> {
    const args = parseArguments(flags, { isPackaged });
    if (!args.ok) throw new Error(args.error.detail);
    const startDemo = () => {
      demo.isRunning = true;
      return Promise.resolve({ profile: demo.profile, stop: () => void (demo.isRunning = false) });
    };
    const common = { args: args.value, profiles, startDemo };
    const opened = await openProfile({ ...common, isPackaged });
    const isDemo = opened.kind === 'ready' && opened.isDemo;
    const preferences = await openRunPreferences(isDemo ? 'memory' : 'file', {
      file: join(folder, 'preferences.json'),
      onProblem: (problem) => store.addNotice(problem),
    });
    const control = createProfileControl({
      ...common,
      opened,
      preferences,
      store,
      logger,
      openSavedData: (ready) => openSavedData(ready, { folder, preferences, store, logger }),
      idle: createIdleSession(parts),
      createSession: (used, saved) =>
        state.isBroken ? Promise.reject(new Error('a bug')) : createSession(used, saved, parts),
      onSecrets: (known) => void secrets.push([...known]),
    });
    onTestFinished(() => control.stop());
    await control.begin();
    return Object.assign(control, { preferences });
  }
  const save = async (profile: Profile) => {
    expect(await (await profiles.active()).save(profile)).toMatchObject({ ok: true });
  };
  const notices = () => store.getState().notices.map(({ code }) => code);
  const connection = () => store.getState().connections.get('genesys');
  const stored = () => readFile(join(folder, 'profile.json'), 'utf8');
  const journal = () => readFile(join(folder, 'journal.jsonl'), 'utf8').catch(() => '');
  return {
    state,
    keyring,
    profiles,
    store,
    secrets,
    demo,
    start,
    save,
    notices,
    connection,
    stored,
    journal,
  };
});

const UNCHANGED = succeed({ isReplaced: false });
const REPLACED = succeed({ isReplaced: true });

test('a profile that cannot be opened does not stay in the window after the one before is selected again', async ({
  setup: { start, save, keyring, profiles, store, notices },
}) => {
  await save(ETA);
  const [eta] = await profiles.list();
  keyring.state = 'locked';
  const control = await start();
  const verba = {
    baseUrl: 'https://verba.example.com/verba/api',
    apiKey: 'hush-2',
    match: { by: 'nativeID', from: 'callUuid' },
  };
  keyring.state = 'open';
  await profiles.add('Theta', EMPTY_CONTENT);
  await save(profileOf('Theta', { verba }));
  keyring.state = 'locked';
  expect(await control.reload()).toMatchObject({ ok: false });
  expect(control.summary.agentName).toBe('Theta');
  await profiles.select(eta!.id);
  await control.showActive();
  expect(control.summary.agentName).toBe('Eta');
  expect([...store.getState().connections.keys()]).toEqual(['genesys']);
  expect(notices()).toEqual(['keyring-locked']);
});

describe('at the start', () => {
  test('the stored profile is used, and its secrets are known so that they are never written', async ({
    setup: { start, save, secrets, store },
  }) => {
    await save(ETA);
    const control = await start();
    expect(control.used).toEqual(ETA);
    expect(control.summary).toMatchObject({ agentName: 'Eta', hasProfile: true, isDemo: false });
    expect(control.running).toBe('stored');
    expect(control.session.history).toBeDefined();
    expect(secrets).toEqual([expect.arrayContaining([GENESYS.password])]);
    expect(store.getState().lines.map(({ line }) => line)).toEqual(['genesys']);
  });

  test('an installed app without a profile uses none, and one from source plays the demo', async ({
    setup: { start, demo },
  }) => {
    const installed = await start();
    expect(installed.used).toBeUndefined();
    expect(installed.summary.hasProfile).toBe(false);
    expect(installed.session.history).toBeUndefined();
    expect(demo.isRunning).toBe(false);
    const fromSource = await start([], false);
    expect(fromSource.running).toBe('demo');
    expect(fromSource.summary).toMatchObject({ agentName: 'Demo', isDemo: true });
  });

  test('a file on the command line takes precedence over the stored profile', async ({
    setup: { start, save },
    folder,
  }) => {
    await save(ETA);
    const file = join(folder, 'theta.json');
    await writeFile(file, JSON.stringify(profileOf('Theta')), { mode: 0o600 });
    const control = await start(['--profile', file]);
    expect([control.used?.agent.name, control.running]).toEqual(['Theta', 'file']);
    await writeFile(file, JSON.stringify(profileOf('Iota')));
    expect(await control.reload()).toEqual(REPLACED);
    expect(control.summary.agentName).toBe('Iota');
    await writeFile(file, '{');
    expect(await control.reload()).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(control.used?.agent.name).toBe('Iota');
  });

  test.for([
    { state: 'locked', code: 'keyring-locked' },
    { state: 'gone', code: 'no-keyring' },
  ] as const)(
    'a profile is shown while the keyring is $state, and says why nothing connects',
    async ({ state, code }, { setup }) => {
      const { start, save, keyring, notices, connection, stored } = setup;
      await save(ETA);
      const before = await stored();
      keyring.state = state;
      const control = await start();
      expect(control.used).toBeUndefined();
      expect(control.summary).toMatchObject({ agentName: 'Eta', hasProfile: true });
      expect(notices()).toEqual([code]);
      expect(connection()).toMatchObject({ state: 'error', reason: { code } });
      expect(control.problemOf('genesys')).toMatchObject({ code });
      expect(await stored()).toBe(before);

      keyring.state = 'open';
      expect(await control.reload()).toEqual(REPLACED);
      expect(control.used).toEqual(ETA);
      expect(notices()).toEqual([]);
      expect(control.problemOf('genesys')).toBeUndefined();
    },
  );

  test('a service without secrets is signed out, and the others can be used', async ({ setup }) => {
    const { start, save, profiles, connection } = setup;
    await save(ETA);
    await (await profiles.active()).forgetSecrets();
    const control = await start();
    expect(control.used).toEqual(profileOf('Eta'));
    expect(connection()).toMatchObject({ state: 'signed-out', reason: { code: 'no-secrets' } });
    expect(control.problemOf('genesys')).toEqual({ code: 'no-secrets', vendor: 'genesys' });
    expect(control.problemOf('verba')).toBeUndefined();
  });
});

describe('another profile', () => {
  test('replaces the one in use with its calls, but not if it is the same', async ({ setup }) => {
    const { start, save, store, secrets } = setup;
    await save(ETA);
    const control = await start();
    const { session } = control;
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    expect(await control.reload()).toEqual(UNCHANGED);
    expect(control.session).toBe(session);
    expect(store.getState().calls.known.size).toBe(1);

    await save(profileOf('Eta', { genesys: { ...GENESYS, password: 'hush-2' } }));
    expect(await control.reload()).toEqual(REPLACED);
    expect(control.session).not.toBe(session);
    expect(store.getState().calls.known.size).toBe(0);
    expect(secrets.at(-1)).toContain('hush-2');
  });

  test('that cannot be used leaves everything as it was', async ({ setup }) => {
    const { start, save, keyring, notices } = setup;
    await save(ETA);
    const control = await start();
    const { session } = control;
    keyring.state = 'gone';
    expect(await control.reload()).toMatchObject({ ok: false, error: { code: 'no-keyring' } });
    expect(control.session).toBe(session);
    expect(notices()).toEqual([]);
  });

  test('may be none: calls, lines and history are gone', async ({ setup, folder }) => {
    const { start, save, store } = setup;
    await save(ETA);
    const control = await start();
    store.apply({ kind: 'call-seen', call: telephoneCall('a') });
    await rm(join(folder, 'profile.json'));
    expect(await control.reload()).toEqual(REPLACED);
    expect(control.used).toBeUndefined();
    expect(control.summary.hasProfile).toBe(false);
    expect(control.session.history).toBeUndefined();
    expect(store.getState().lines).toEqual([]);
    expect(store.getState().calls.known.size).toBe(0);
    expect(await control.reload()).toEqual(UNCHANGED);
  });

  test('is used once, although two requests find it at once', async ({ setup }) => {
    const { start, save } = setup;
    const control = await start();
    await save(profileOf('Eta'));
    expect(await Promise.all([control.reload(), control.reload()])).toEqual([REPLACED, UNCHANGED]);
  });
});

test('a profile that could not be used because of a bug is tried again', async ({ setup }) => {
  const { start, save, state } = setup;
  const control = await start();
  await save(ETA);
  state.isBroken = true;
  await expect(control.reload()).rejects.toThrow('a bug');
  expect(control.used).toBeUndefined();
  state.isBroken = false;
  expect(await control.reload()).toEqual(REPLACED);
  expect(control.used).toEqual(ETA);
});

test('a profile that is opened while the app is quit is not used', async ({ setup }) => {
  const { start, save, connection, demo } = setup;
  const control = await start();
  await save(ETA);
  const reloading = control.reload();
  const starting = control.startDemo();
  await control.stop();
  await Promise.all([reloading, starting]);
  expect(connection()).toBeUndefined();
  expect(demo.isRunning).toBe(false);
});

describe('the demo', () => {
  test('takes the place of the profile for a while, and keeps nothing on disk', async ({
    setup: { start, save, store, demo, journal },
  }) => {
    await save(profileOf('Eta'));
    const control = await start();
    expect(await control.startDemo()).toEqual(succeed(null));
    expect([control.running, control.used?.agent.name]).toEqual(['demo', 'Demo']);
    expect(await control.reload()).toEqual(UNCHANGED);
    store.apply({ kind: 'call-seen', call: telephoneCall('demo') });
    expect(await control.startDemo()).toEqual(succeed(null));
    expect(store.getState().calls.known.size).toBe(1);

    expect(await control.leaveDemo()).toEqual(succeed(null));
    expect(demo.isRunning).toBe(false);
    expect([control.running, control.used?.agent.name]).toEqual(['stored', 'Eta']);
    expect(store.getState().calls.known.size).toBe(0);
    store.apply({ kind: 'call-seen', call: telephoneCall('real') });
    await control.stop();
    expect(await journal()).toContain('genesys:real');
    expect(await journal()).not.toContain('genesys:demo');
  });

  test('neither loses nor changes the preferences that are stored', async ({
    setup: { start, save, journal },
    folder,
  }) => {
    const file = join(folder, 'preferences.json');
    const chosen = { version: 1, historyDays: 365, ...DEFAULT_PREFERENCES, theme: 'dark' };
    await writeFile(file, JSON.stringify(chosen));
    const t = new Date(Date.now() - 60 * 24 * 60 * 60 * 1_000).toISOString();
    const lines = [t, new Date().toISOString()].map((at) =>
      JSON.stringify({ t: at, kind: 'call' }),
    );
    await writeFile(join(folder, 'journal.jsonl'), `${lines.join('\n')}\n`);
    const stored = async () => JSON.parse(await readFile(file, 'utf8')) as unknown;

    // A demo that the app started with has those of a new user.
    const control = await start(['--demo']);
    expect(control.preferences.current).toMatchObject({ historyDays: 30, theme: 'system' });
    await control.session.history?.keepFor(7);
    await save(profileOf('Eta'));
    await control.leaveDemo();
    expect(control.preferences.current).toEqual(chosen);
    await control.session.history?.search({ text: '', limit: 1 });
    expect(await journal()).toContain(t);
    await control.preferences.update(() => ({ ringSound: true }));
    expect(await stored()).toEqual({ ...chosen, ringSound: true });

    // A demo that replaces a profile for a while looks the same.
    await control.startDemo();
    expect(control.preferences.current).toEqual({ ...chosen, ringSound: true });
    await control.session.history?.keepFor(7);
    await control.preferences.update(() => ({ theme: 'light' }));
    await control.leaveDemo();
    expect(control.preferences.current).toEqual({ ...chosen, ringSound: true });
    expect(await stored()).toEqual({ ...chosen, ringSound: true });
    await control.session.history?.search({ text: '', limit: 1 });
    expect(await journal()).toContain(t);
  });

  test('has its own preferences also if no profile follows it', async ({ setup: { start } }) => {
    const control = await start(['--demo']);
    await control.preferences.update(() => ({ theme: 'dark' }));
    await control.leaveDemo();
    expect(control.preferences.current.theme).toBe('system');
  });

  test('that cannot be started leaves everything as it was', async ({ setup }) => {
    const { start, save, demo } = setup;
    await save(profileOf('Eta'));
    const control = await start();
    const error = { code: 'internal', detail: 'the demo could not be started' } as const;
    demo.profile = { ok: false, error };
    expect(await control.startDemo()).toEqual({ ok: false, error });
    expect(demo.isRunning).toBe(false);
    expect([control.running, control.used?.agent.name]).toEqual(['stored', 'Eta']);
  });

  test('does not wait until the keyring is unlocked', async ({ setup }) => {
    const { start, save, keyring, demo } = setup;
    await save(ETA);
    const control = await start();
    await save(profileOf('Theta', { genesys: GENESYS }));
    keyring.state = 'prompting';
    const reloads = [control.reload(), control.reload()];
    expect(await control.startDemo()).toEqual(succeed(null));
    expect(await Promise.all(reloads)).toEqual([UNCHANGED, UNCHANGED]);
    expect([control.running, control.used?.agent.name]).toEqual(['demo', 'Demo']);
    keyring.state = 'open';
    expect(await control.leaveDemo()).toEqual(succeed(null));
    expect(demo.isRunning).toBe(false);
    expect(control.used?.agent.name).toBe('Theta');
  });

  test('is started only once', async ({ setup: { start } }) => {
    const control = await start();
    const both = [control.startDemo(), control.startDemo()];
    expect(await Promise.all(both)).toEqual([succeed(null), succeed(null)]);
    expect(control.running).toBe('demo');
  });

  test('leads back to no profile, or to one that cannot be used now', async ({ setup }) => {
    const { start, save, keyring, notices } = setup;
    const control = await start();
    await control.startDemo();
    expect(await control.leaveDemo()).toEqual(succeed(null));
    expect(control.summary).toMatchObject({ agentName: '', hasProfile: false });

    await control.startDemo();
    await save(ETA);
    keyring.state = 'gone';
    expect(await control.leaveDemo()).toMatchObject({ error: { code: 'no-keyring' } });
    expect(control.summary).toMatchObject({ agentName: 'Eta', hasProfile: true });
    expect(notices()).toEqual(['no-keyring']);
    expect(control.running).toBe('stored');
  });

  test.for(['locked', 'gone'] as const)(
    'leads back to the connections of another profile than before, with the keyring %s',
    async (state, { setup: { start, save, keyring, store } }) => {
      await save(ETA);
      const control = await start();
      await control.startDemo();
      const verba = {
        baseUrl: 'https://verba.example.com/verba/api',
        apiKey: 'hush-2',
        match: { by: 'nativeID', from: 'callUuid' },
      };
      await save(profileOf('Theta', { verba }));
      keyring.state = state;
      expect(await control.leaveDemo()).toMatchObject({ ok: false });
      expect([...store.getState().connections.keys()]).toEqual(['verba']);
      expect(control.summary).toMatchObject({ agentName: 'Theta', hasProfile: true });
    },
  );
});
