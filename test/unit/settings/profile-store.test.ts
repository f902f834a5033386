import { chmod, mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../contract/result';
import type { SecretBox } from '../../../main/secrets/secret-box';
import type { Profile } from '../../../main/settings/profile';
import { createProfileStore, type ProfileStore } from '../../../main/settings/profile-store';

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

/** A keyring that can be locked. It hides what it seals as far as a search for the clear text goes. */
function createKeyring(): SecretBox & { isLocked: boolean } {
  const keyring = {
    isLocked: false,
    seal: (secret: string) =>
      Promise.resolve(
        keyring.isLocked
          ? fail({ code: 'no-keyring' })
          : succeed({ keeper: 'test', ciphertext: Buffer.from(secret).toString('base64') }),
      ),
    open: ({ ciphertext }: { ciphertext: string }) =>
      Promise.resolve(
        keyring.isLocked
          ? fail({ code: 'no-keyring' })
          : succeed(Buffer.from(ciphertext, 'base64').toString()),
      ),
  };
  return keyring;
}

/** Loads it and has its secrets decrypted, as a start does. */
async function loadAndOpen(store: ProfileStore): Promise<unknown> {
  const stored = await store.load();
  return stored.kind === 'sealed' ? stored.open() : stored;
}

describe('the stored profile', () => {
  let directory: string;
  let file: string;
  let keyring: ReturnType<typeof createKeyring>;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sidetone-'));
    file = join(directory, 'state', 'profile.json');
    keyring = createKeyring();
  });

  it('comes back as it was saved, secrets and all', async () => {
    const store = createProfileStore(file, keyring);
    expect(await store.save(PROFILE)).toEqual({ ok: true, value: null });
    expect(await loadAndOpen(store)).toEqual({ kind: 'found', profile: PROFILE, withheld: [] });
  });

  it('has no secret in the clear on the disk, and is for its owner alone', async () => {
    await createProfileStore(file, keyring).save(PROFILE);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('gws.example.com');
    expect(text).not.toContain('TOP-SECRET');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(directory, 'state'))).toEqual(['profile.json']);
  });

  it('is not written at all without a keyring', async () => {
    keyring.isLocked = true;
    const saved = await createProfileStore(file, keyring).save(PROFILE);
    expect(saved).toMatchObject({ ok: false, error: { code: 'no-keyring' } });
    expect(await readdir(directory)).toEqual([]);
  });

  it('outlives a keyring that cannot be read today', async () => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    keyring.isLocked = true;
    expect(await loadAndOpen(store)).toEqual({
      kind: 'unusable',
      error: { code: 'no-keyring' },
      agentName: 'Eta',
    });
    keyring.isLocked = false;
    expect(await loadAndOpen(store)).toEqual({ kind: 'found', profile: PROFILE, withheld: [] });
  });

  /** Edits the file as somebody would who can write it but cannot open the keyring. */
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
  ])('gives no secret to a section whose %s was edited to %j', async (field, value) => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    await edit(({ profile }) => (profile.genesys![field] = value));
    const { genesys, ...others } = PROFILE;
    expect(await loadAndOpen(store)).toEqual({
      kind: 'found',
      profile: others,
      withheld: [{ code: 'address-changed', vendor: 'genesys' }],
    });
    // Edited back it is what it was, and an import replaces it.
    await edit(({ profile }) => (profile.genesys![field] = genesys![field as 'baseUrl']));
    expect(await loadAndOpen(store)).toMatchObject({ kind: 'found', withheld: [] });
  });

  it('keeps its secrets when something is edited that has nothing to do with where they go', async () => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    await edit(({ profile }) => (profile.genesys!.session = 'own'));
    expect(await loadAndOpen(store)).toMatchObject({ kind: 'found', withheld: [] });
  });

  it('gives no secret to a section that takes the place of another', async () => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    await edit(({ profile }) => (profile.bandwidth!.baseUrl = PROFILE.genesys!.baseUrl));
    expect(await loadAndOpen(store)).toMatchObject({
      kind: 'found',
      withheld: [{ code: 'address-changed', vendor: 'bandwidth' }],
    });
  });

  it('whose secrets are not bound to an address, as of an earlier version, must be imported again', async () => {
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

  it('written by an earlier version must be imported again, and stays where it is', async () => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    await edit(({ secrets }) => delete secrets.fields);
    expect(await store.load()).toMatchObject({
      kind: 'unusable',
      error: { detail: 'the profile was stored by an earlier version; import it again' },
    });
    expect(await readdir(join(directory, 'state'))).toEqual(['profile.json']);
  });

  it('shows who it is for and what it connects to before the keyring is unlocked', async () => {
    const store = createProfileStore(file, keyring);
    await store.save(PROFILE);
    keyring.isLocked = true;
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
    'that is damaged is reported, and set aside rather than lost: %s',
    async (text) => {
      const damaged = join(directory, 'profile.json');
      await writeFile(damaged, text);
      expect(await createProfileStore(damaged, keyring).load()).toMatchObject({
        kind: 'unusable',
        error: { code: 'bad-input' },
      });
      expect(await readFile(`${damaged}.damaged`, 'utf8')).toBe(text);
      // The next start is one without a profile, and the next import is not in its way.
      expect(await createProfileStore(damaged, keyring).load()).toEqual({ kind: 'none' });
    },
  );

  it('says when it cannot be written', async () => {
    await writeFile(join(directory, 'state'), 'a file where the folder should be');
    await chmod(join(directory, 'state'), 0o400);
    expect(await createProfileStore(file, keyring).save(PROFILE)).toMatchObject({
      ok: false,
      error: { code: 'not-saved', detail: `a file is in the place of ${join(directory, 'state')}` },
    });
  });
});
