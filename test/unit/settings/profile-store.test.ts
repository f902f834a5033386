import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../contract/result';
import type { Profile } from '../../../main/settings/profile';
import { toContent } from '../../../main/settings/edit-section';
import { createProfileStore, type ProfileStore } from '../../../main/settings/profile-store';
import { createMemoryKeyring } from '../../support/memory-keyring';

const PROFILE: Profile = {
  version: 1,
  agent: { name: 'Eta' },
  genesys: {
    baseUrl: 'https://gws.example.com',
    userName: 'eta',
    password: 'TOP-SECRET-1',
    session: 'attach',
  },
  bandwidth: {
    baseUrl: 'https://api.example.com',
    userId: 'u-1',
    apiToken: 'TOP-SECRET-2',
    apiSecret: 'TOP-SECRET-3',
  },
};

interface StoredText {
  profile: Record<string, Record<string, unknown>>;
  secrets: Record<string, unknown>;
}

/** Loads the profile and decrypts its secrets, as at a start. */
async function loadAndOpen(store: ProfileStore): Promise<unknown> {
  const stored = await store.load();
  return stored.kind === 'sealed' ? stored.open() : stored;
}

describe('the stored profile', () => {
  let directory: string;
  let file: string;
  let keyring: ReturnType<typeof createMemoryKeyring>;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sidetone-'));
    file = join(directory, 'state', 'profile.json');
    keyring = createMemoryKeyring();
  });

  it('is loaded as it was saved, including secrets', async () => {
    const store = createProfileStore(file, keyring);
    expect(await store.save(PROFILE)).toEqual({ ok: true, value: null });
    expect(await loadAndOpen(store)).toEqual({ kind: 'found', profile: PROFILE, withheld: [] });
  });

  it('has no secret in plain text on the disk, and is readable only by its owner', async () => {
    await createProfileStore(file, keyring).save(PROFILE);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('gws.example.com');
    expect(text).not.toContain('TOP-SECRET');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(directory, 'state'))).toEqual(['profile.json']);
  });

  it('is not written without a keyring', async () => {
    keyring.state = 'gone';
    const saved = await createProfileStore(file, keyring).save(PROFILE);
    expect(saved).toMatchObject({ ok: false, error: { code: 'no-keyring' } });
    expect(await readdir(directory)).toEqual([]);
  });

  it('is kept while the keyring cannot be read', async () => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    keyring.state = 'gone';
    expect(await loadAndOpen(store)).toEqual({
      kind: 'unusable',
      error: { code: 'no-keyring' },
      agentName: 'Eta',
    });
    keyring.state = 'open';
    expect(await loadAndOpen(store)).toEqual({ kind: 'found', profile: PROFILE, withheld: [] });
  });

  it('is neither replaced nor reported as signed out while its file cannot be read', async () => {
    const store = createProfileStore(file, keyring);
    await mkdir(join(directory, 'state'));
    await symlink(file, file);
    const refused = {
      ok: false,
      error: { code: 'bad-input', detail: 'the profile cannot be read' },
    };
    const content = { open: { version: 1, agent: { name: 'Theta' } }, secrets: {}, names: {} };
    expect(await store.edit()).toEqual(refused);
    expect(await store.write({ name: undefined, content })).toEqual(refused);
    expect(await store.save(PROFILE)).toEqual(refused);
    expect(await store.forgetSecrets()).toEqual(refused);
    expect(await readlink(file)).toBe(file);
  });

  /** Edits the file like an attacker who can write it but cannot open the keyring. */
  async function edit(change: (stored: StoredText) => void): Promise<void> {
    const stored = JSON.parse(await readFile(file, 'utf8')) as StoredText;
    change(stored);
    await writeFile(file, JSON.stringify(stored));
  }

  it.each([
    ['baseUrl', 'https://attacker.example.com'],
    ['baseUrl', 'https://gws.example.com:8443'],
    ['allowInsecure', true],
    ['userName', 'admin'],
  ])('provides no secret for a section whose %s was edited to %j', async (field, value) => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    await edit(({ profile }) => (profile.genesys![field] = value));
    const { genesys, ...others } = PROFILE;
    expect(await loadAndOpen(store)).toEqual({
      kind: 'found',
      profile: others,
      withheld: [{ code: 'address-changed', vendor: 'genesys' }],
    });
    // Undoing the edit restores it, and an import replaces it.
    await edit(({ profile }) => (profile.genesys![field] = genesys![field as 'baseUrl']));
    expect(await loadAndOpen(store)).toMatchObject({ kind: 'found', withheld: [] });
  });

  it('keeps its secrets if an unrelated field is edited', async () => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    await edit(({ profile }) => (profile.genesys!.session = 'own'));
    expect(await loadAndOpen(store)).toMatchObject({ kind: 'found', withheld: [] });
  });

  it('provides no secret for a section that was exchanged with another', async () => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    await edit(({ profile }) => (profile.bandwidth!.baseUrl = PROFILE.genesys!.baseUrl));
    expect(await loadAndOpen(store)).toMatchObject({
      kind: 'found',
      withheld: [{ code: 'address-changed', vendor: 'bandwidth' }],
    });
  });

  it('from an earlier version, with secrets not bound to an address, must be imported again', async () => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    const unbound = await keyring.seal(JSON.stringify({ genesys: { password: 'TOP-SECRET-1' } }));
    await edit((stored) => Object.assign(stored.secrets, unbound.ok && unbound.value));
    expect(await loadAndOpen(store)).toEqual({
      kind: 'unusable',
      error: {
        code: 'bad-input',
        detail: 'the profile was stored by an earlier version; import it again',
      },
      agentName: 'Eta',
    });
    expect(await readdir(join(directory, 'state'))).toEqual(['profile.json']);
  });

  it('from an earlier version must be imported again, and is not deleted', async () => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    await edit(({ secrets }) => delete secrets.fields);
    expect(await store.load()).toMatchObject({
      kind: 'unusable',
      error: { detail: 'the profile was stored by an earlier version; import it again' },
    });
    expect(await readdir(join(directory, 'state'))).toEqual(['profile.json']);
  });

  it('shows the agent and the services before the keyring is unlocked', async () => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    keyring.state = 'gone';
    const stored = await store.load();
    expect(stored).toMatchObject({
      kind: 'sealed',
      outline: { agent: { name: 'Eta' }, genesys: { userName: 'eta' }, bandwidth: {} },
    });
    expect(JSON.stringify(stored)).not.toContain('TOP-SECRET');
  });

  it('is none at first', async () => {
    expect(await createProfileStore(file, keyring).load()).toEqual({ kind: 'none' });
  });

  it.each(['', '{"version":1', '{"version":9}', 'null'])(
    'that is damaged is reported and set aside: %s',
    async (text) => {
      const damaged = join(directory, 'profile.json');
      await writeFile(damaged, text);
      expect(await createProfileStore(damaged, keyring).load()).toMatchObject({
        kind: 'unusable',
        error: { code: 'bad-input' },
      });
      expect(await readFile(`${damaged}.damaged`, 'utf8')).toBe(text);
      // The next start has no profile, and the next import works.
      expect(await createProfileStore(damaged, keyring).load()).toEqual({ kind: 'none' });
    },
  );

  it('is edited without secrets that a changed keyring cannot decrypt, which are set aside', async () => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    const before = await readFile(file, 'utf8');
    const reopened = createProfileStore(file, {
      seal: (secret) => keyring.seal(secret),
      open: () => Promise.resolve(fail({ code: 'keyring-changed' })),
    });
    const edited = await reopened.edit();
    expect(edited).toMatchObject({ ok: true, value: { content: { secrets: {} } } });
    if (!edited.ok || edited.value === undefined) throw new Error('there is one');
    await reopened.write(edited.value);
    expect(await readFile(`${file}.unreadable`, 'utf8')).toBe(before);
  });

  it('that another process has stored is used, not an earlier one that is only in memory', async () => {
    const store = createProfileStore(file, keyring);
    keyring.state = 'gone';
    expect(await store.write({ name: 'Work', content: toContent(PROFILE) })).toMatchObject({
      ok: true,
    });
    expect(await loadAndOpen(store)).toMatchObject({ profile: { agent: { name: 'Eta' } } });
    keyring.state = 'open';
    const other = { ...PROFILE, agent: { name: 'Theta' } };
    await createProfileStore(file, keyring).save(other);
    expect(await loadAndOpen(store)).toMatchObject({ kind: 'found', profile: other });
  });

  it('is not changed while the keyring is locked', async () => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    const before = await readFile(file, 'utf8');
    keyring.state = 'locked';
    let isAsked = false;
    const edited = await store.edit(() => (isAsked = true));
    expect(edited).toMatchObject({ ok: false, error: { code: 'keyring-locked' } });
    expect(isAsked).toBe(true);
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it.each(['forgetSecrets', 'remove'] as const)(
    'contains no secret after %s, neither encrypted nor set aside',
    async (end) => {
      const store = createProfileStore(file, keyring);
      await store.save(PROFILE);
      await writeFile(`${file}.unreadable`, await readFile(file));
      await store[end]();
      const folder = join(directory, 'state');
      const left = await readdir(folder);
      expect(left).toEqual(end === 'remove' ? [] : ['profile.json']);
      for (const name of left) {
        const { secrets } = JSON.parse(await readFile(join(folder, name), 'utf8')) as StoredText;
        expect(secrets.ciphertext).toBe('');
      }
      const opened =
        end === 'remove'
          ? { kind: 'none' }
          : {
              kind: 'found',
              withheld: [
                { code: 'no-secrets', vendor: 'genesys' },
                { code: 'no-secrets', vendor: 'bandwidth' },
              ],
            };
      expect(await loadAndOpen(store)).toMatchObject(opened);
    },
  );

  it('reports if it cannot be written', async () => {
    await writeFile(join(directory, 'state'), 'a file where the folder should be');
    await chmod(join(directory, 'state'), 0o400);
    expect(await createProfileStore(file, keyring).save(PROFILE)).toMatchObject({
      ok: false,
      error: { code: 'not-saved', detail: `a file is in the place of ${join(directory, 'state')}` },
    });
  });
});
