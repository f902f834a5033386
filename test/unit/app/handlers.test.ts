import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { MAX_CONTACT_FILE } from '../../../contract/contact-limits';
import type { AppError } from '../../../contract/errors';
import { fail, succeed, type Result } from '../../../contract/result';
import { createHandlers } from '../../../main/app/handlers';
import { nameExport } from '../../../main/app/history-handlers';
import { openSavedData } from '../../../main/app/open-saved-data';
import { createIdleSession, createSession, type Session } from '../../../main/app/session';
import type { VendorPort } from '../../../main/calls/ports';
import { createMemoryPreferences } from '../../../main/settings/preferences';
import { participant, telephoneCall } from '../../support/calls';
import { createOfflineParts, profileOf } from '../../support/offline-session';
import { testInFolder } from '../../support/temporary-folder';

const PROFILE = profileOf('Eta', { contacts: [{ name: 'Help desk', number: '15099' }] });
const TEAM = 'Name,Phone\nAda Marsh,15001\nBob,15002\n';
const NOT_CONFIGURED = fail({ code: 'not-configured' });
const DONE = succeed(null);

/** The handlers of a session with real files. Each choice of a file is `state.chosen`. */
const test = testInFolder.extend('setup', async ({ folder }) => {
  const parts = createOfflineParts();
  const { store, logger } = parts;
  const saved = await openSavedData(
    { kind: 'ready', profile: PROFILE, withheld: [], isDemo: false, stop: () => undefined },
    { folder, preferences: createMemoryPreferences(), store, logger },
  );
  const session = await createSession(PROFILE, saved, parts);
  onTestFinished(() => session.stop());
  const state: {
    session: Session;
    chosen: string | undefined;
    reloaded: Result<{ isReplaced: boolean }>;
    problem: AppError | undefined;
  } = {
    session,
    chosen: undefined,
    reloaded: succeed({ isReplaced: false }),
    problem: undefined,
  };
  const happened: string[] = [];
  const note = (what: string) => () => void happened.push(what);
  const choose = () => Promise.resolve(state.chosen);
  const handlers = createHandlers({
    store,
    profile: {
      get session() {
        return state.session;
      },
      reload: () => Promise.resolve(state.reloaded),
      problemOf: () => state.problem,
    },
    chooseExport: choose,
    chooseContacts: choose,
    changePreference: () => Promise.resolve(DONE),
    takeSnapshot: () =>
      session.takeSnapshot({
        agentName: 'Eta',
        agentAddresses: [],
        identityKeys: { callerKeys: [], reasonKeys: [] },
        hasProfile: true,
        hasHistory: true,
        outcomes: [],
      }),
    onWindowReady: note('ready'),
    onWindowPainted: note('painted'),
    onWindowError: (text) => happened.push(text),
    onNetworkChange: note('network'),
    sendTestNotification: () => Promise.reject(new Error('not here')),
    diagnostics: {
      prepare: () => Promise.reject(new Error('not here')),
      save: () => Promise.resolve(DONE),
    },
    readAbout: () => Promise.reject(new Error('not here')),
    showView: (view) => happened.push(view),
    quit: (isConfirmed) => happened.push(isConfirmed ? 'quit' : 'ask to quit'),
  });

  /** A call that Ada made, after its end. */
  function recordCall(): string {
    const call = telephoneCall('a', { participants: [participant('Ada', { address: '15001' })] });
    store.apply({ kind: 'call-seen', call });
    store.apply({ kind: 'call-ended', callId: call.id, isStated: true });
    return call.id;
  }
  const useNoProfile = () => void (state.session = createIdleSession(parts));
  return { store, state, handlers, happened, recordCall, useNoProfile };
});

describe('the history', () => {
  const ALL = { text: '', limit: 10 };

  test('has calls with their notes, and is cleared with them', async ({
    setup: { handlers, recordCall, store },
  }) => {
    const callId = recordCall();
    expect(handlers.saveWrapUp({ callId, note: 'Bag found', outcome: 'Solved' })).toEqual(DONE);
    expect(store.getState().wrapUps.get(callId)).toEqual({ note: 'Bag found', outcome: 'Solved' });
    expect(await handlers.searchHistory(ALL)).toMatchObject({
      value: { entries: [{ callId, parties: ['Ada'] }], keepDays: 30 },
    });
    expect(await handlers.clearHistory(undefined)).toEqual(DONE);
    expect(await handlers.searchHistory(ALL)).toMatchObject({ value: { entries: [] } });
    expect(store.getState().wrapUps.size).toBe(0);
  });

  test('keeps a call that goes on when it is cleared, and no conference that only waits', async ({
    setup: { handlers, store },
  }) => {
    const call = telephoneCall('b', { participants: [participant('Grace')] });
    store.apply({ kind: 'call-seen', call });
    const waiting = telephoneCall('c', { line: 'conference', state: 'waiting' });
    store.apply({ kind: 'call-seen', call: waiting });
    expect(await handlers.clearHistory(undefined)).toEqual(DONE);
    store.apply({ kind: 'call-ended', callId: call.id, isStated: true });
    await handlers.saveWrapUp({ callId: call.id, note: 'Bag found', outcome: '' });
    expect(await handlers.searchHistory(ALL)).toMatchObject({
      value: { entries: [{ callId: call.id, parties: ['Grace'], wrapUp: { note: 'Bag found' } }] },
    });
  });

  test('is exported to the chosen file, or nowhere', async ({ setup, folder }) => {
    const { handlers, recordCall, state } = setup;
    recordCall();
    const request = { text: '', format: 'csv' } as const;
    expect(await handlers.exportHistory(request)).toEqual(DONE);
    state.chosen = join(folder, 'history.csv');
    expect(await handlers.exportHistory(request)).toEqual(succeed(state.chosen));
    expect(await readFile(state.chosen, 'utf8')).toContain('Ada');
    state.chosen = join(folder, 'no', 'such', 'folder.csv');
    expect(await handlers.exportHistory(request)).toMatchObject({ error: { code: 'not-saved' } });
  });

  test('is kept as long as the agent chose', async ({ setup: { handlers } }) => {
    expect(await handlers.keepHistoryFor({ days: 90 })).toEqual(DONE);
    expect(await handlers.searchHistory(ALL)).toMatchObject({ value: { keepDays: 90 } });
  });

  test('is exported to a file that is named after the day', () => {
    expect(nameExport('json', new Date(2026, 2, 5).getTime())).toBe(
      'sidetone-history-2026-03-05.json',
    );
  });
});

describe('contacts', () => {
  test('are imported from the chosen file after a preview', async ({ setup, folder }) => {
    const { handlers, state } = setup;
    expect(await handlers.importContacts(undefined)).toMatchObject({ error: { code: 'gone' } });
    expect(await handlers.previewContacts(undefined)).toEqual(DONE);
    state.chosen = join(folder, 'team.csv');
    await writeFile(state.chosen, TEAM);
    expect(await handlers.previewContacts(undefined)).toMatchObject({
      value: { fileName: 'team.csv', added: 2 },
    });
    expect(await handlers.importContacts(undefined)).toEqual(DONE);
    expect(await handlers.listContacts({ text: '', limit: 10 })).toMatchObject({
      value: { imported: 2, fromProfile: 1 },
    });
    expect(await handlers.removeContacts(undefined)).toEqual(DONE);
    expect(await handlers.listContacts({ text: '', limit: 10 })).toMatchObject({
      value: { imported: 0, contacts: [{ name: 'Help desk' }] },
    });
  });

  test('are imported from a dropped file, without asking for one', async ({ setup }) => {
    const dropped = { fileName: 'dropped.csv', content: new TextEncoder().encode(TEAM) };
    expect(await setup.handlers.previewContacts(dropped)).toMatchObject({
      value: { fileName: 'dropped.csv', added: 2 },
    });
  });

  test('are not imported from a file that is too large or missing', async ({ setup, folder }) => {
    const { handlers, state } = setup;
    state.chosen = join(folder, 'large.csv');
    await writeFile(state.chosen, TEAM);
    // Without content, so that it takes no space on the disk.
    await truncate(state.chosen, MAX_CONTACT_FILE + 1);
    expect(await handlers.previewContacts(undefined)).toEqual(
      fail({ code: 'bad-input', detail: 'large.csv' }),
    );
    state.chosen = join(folder, 'missing.csv');
    expect(await handlers.previewContacts(undefined)).toEqual(
      fail({ code: 'bad-input', detail: 'missing.csv' }),
    );
  });

  test('are suggested, favorites first, together with people from earlier calls', async ({
    setup: { handlers, recordCall },
  }) => {
    recordCall();
    const suggest = async (line: string) => {
      const found = await handlers.suggestPeople({ text: '', line, limit: 10 });
      return found.ok ? found.value.map(({ name, source }) => `${name} (${source})`) : found;
    };
    expect(await suggest('genesys')).toEqual(['Ada (history)']);
    expect(await suggest('talkspace')).toEqual([]);
    const listed = await handlers.listContacts({ text: '', limit: 1 });
    const contactId = listed.ok ? listed.value.contacts[0]!.id : '';
    expect(await handlers.setFavorite({ contactId, isFavorite: true })).toEqual(DONE);
    expect(await suggest('genesys')).toEqual(['Help desk (profile)', 'Ada (history)']);
    expect(await suggest('talkspace')).toEqual(['Help desk (profile)']);
  });
});

test('without a profile there is neither history nor contacts', async ({ setup }) => {
  const { handlers, useNoProfile } = setup;
  useNoProfile();
  const answers = [
    handlers.saveWrapUp({ callId: 'genesys:a', note: 'x', outcome: '' }),
    handlers.searchHistory({ text: '', limit: 1 }),
    handlers.exportHistory({ text: '', format: 'csv' }),
    handlers.clearHistory(undefined),
    handlers.keepHistoryFor({ days: 7 }),
    handlers.listContacts({ text: '', limit: 1 }),
    handlers.previewContacts(undefined),
    handlers.importContacts(undefined),
    handlers.removeContacts(undefined),
    handlers.setFavorite({ contactId: 'a', isFavorite: true }),
  ];
  for (const answer of answers) expect(await answer).toEqual(NOT_CONFIGURED);
  expect(await handlers.suggestPeople({ text: '', line: 'genesys', limit: 1 })).toEqual(
    succeed([]),
  );
});

describe('trying to connect again', () => {
  function usePort(state: { session: Session }): string[] {
    const done: string[] = [];
    const port: VendorPort = {
      start: () => undefined,
      refresh: () => undefined,
      retry: () => void done.push('retry'),
      stop: () => Promise.resolve(),
    };
    const { session } = state;
    state.session = {
      ...session,
      vendors: { ...session.vendors, all: new Map([['genesys', port]]) },
    };
    return done;
  }

  test('uses the same client if the profile has not changed', async ({ setup }) => {
    const done = usePort(setup.state);
    expect(await setup.handlers.retryConnection({ vendor: 'genesys' })).toEqual(DONE);
    expect(done).toEqual(['retry']);
  });

  test('does not try the old password after the profile changed or could not be read', async ({
    setup: { state, handlers },
  }) => {
    const done = usePort(state);
    state.reloaded = succeed({ isReplaced: true });
    expect(await handlers.retryConnection({ vendor: 'genesys' })).toEqual(DONE);
    state.reloaded = fail({ code: 'keyring-locked' });
    expect(await handlers.retryConnection({ vendor: 'genesys' })).toEqual(state.reloaded);
    expect(done).toEqual([]);
  });

  test('says why a service has no client', async ({ setup: { state, handlers } }) => {
    expect(await handlers.retryConnection({ vendor: 'verba' })).toEqual(
      fail({ code: 'not-configured', vendor: 'verba' }),
    );
    state.problem = { code: 'no-secrets', vendor: 'verba' };
    expect(await handlers.retryConnection({ vendor: 'verba' })).toEqual(fail(state.problem));
    expect(await handlers.retryConnection({ vendor: 'nobody' })).toEqual(
      fail({ code: 'bad-input', detail: 'vendor' }),
    );
  });
});

test('what the window reports and asks for reaches the app', async ({ setup }) => {
  const { handlers, happened } = setup;
  expect(await handlers.getSnapshot(undefined)).toMatchObject({ value: { agentName: 'Eta' } });
  await handlers.reportPainted({ revision: 1 });
  await handlers.reportError({ text: 'a bug' });
  await handlers.reportNetworkChange(undefined);
  await handlers.showView({ view: 'call-bar' });
  await handlers.quit({ isConfirmed: false });
  await handlers.quit({ isConfirmed: true });
  expect(happened).toEqual([
    'ready',
    'painted',
    'a bug',
    'network',
    'call-bar',
    'ask to quit',
    'quit',
  ]);
});
