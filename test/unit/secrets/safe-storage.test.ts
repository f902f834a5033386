import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../contract/result';
import { createSafeStorageBox } from '../../../main/secrets/safe-storage';
import { createMemoryLogger } from '../../support/memory-logger';

interface Given {
  readonly platform?: NodeJS.Platform;
  /** What Electron reports; not at all if undefined. */
  readonly backend?: 'gnome_libsecret' | 'basic_text' | 'unknown';
  readonly isAvailable?: boolean;
  /** The prefix of Chromium's ciphertext. */
  readonly prefix?: 'v10' | 'v11';
}

/** A box on a storage that encrypts like Chromium, except that it is no secret. */
function setUp({ platform = 'linux', backend, isAvailable = true, prefix = 'v11' }: Given = {}) {
  const logger = createMemoryLogger();
  const state = { isUsable: true };
  const box = createSafeStorageBox({
    platform,
    logger,
    storage: {
      isEncryptionAvailable: () => isAvailable,
      encryptString: (text) => Buffer.from(prefix + text),
      decryptString: (sealed) => {
        const text = sealed.toString();
        if (!text.startsWith(prefix)) throw new Error(`cannot decrypt ${text}`);
        return text.slice(prefix.length);
      },
      ...(backend !== undefined && { getSelectedStorageBackend: () => backend }),
    },
    withKeyring: (onLocked, use) => {
      if (state.isUsable) return Promise.resolve(use());
      onLocked();
      return Promise.resolve(fail({ code: 'keyring-locked' }));
    },
  });
  return { box, logger, state };
}

const NOT_ENCRYPTED = fail({ code: 'no-keyring', detail: 'the keyring is not encrypted' });

describe('a secret', () => {
  it.each([
    ['a keyring of the desktop', { backend: 'gnome_libsecret' }, 'gnome_libsecret'],
    ['a runtime that does not report the keyring', {}, 'linux'],
    ['macOS, where the prefix is the normal one', { platform: 'darwin', prefix: 'v10' }, 'darwin'],
  ] satisfies [string, Given, string][])('is kept by %s', async (_what, given, keeper) => {
    const { box } = setUp(given);
    const sealed = await box.seal('hush');
    expect(sealed).toMatchObject({ ok: true, value: { keeper } });
    expect(sealed.ok && (await box.open(sealed.value))).toEqual(succeed('hush'));
  });

  it.each([
    ['a file without a password', { backend: 'basic_text' }],
    ['a place that is not known', { backend: 'unknown' }],
    ['a key that everybody knows', { backend: 'gnome_libsecret', prefix: 'v10' }],
    ['a key that everybody knows, if the place is not reported', { prefix: 'v10' }],
  ] satisfies [string, Given][])('is not kept in %s', async (_what, given) => {
    const { box } = setUp(given);
    expect(await box.seal('hush')).toEqual(NOT_ENCRYPTED);
    expect(await box.open({ keeper: 'linux', ciphertext: '' })).toEqual(NOT_ENCRYPTED);
  });

  it('is not kept without a keyring', async () => {
    const { box } = setUp({ isAvailable: false });
    expect(await box.seal('hush')).toEqual(
      fail({ code: 'no-keyring', detail: 'no keyring is available' }),
    );
  });

  it('of a keyring that was reset cannot be opened, and is not logged', async () => {
    const { box, logger } = setUp();
    const ciphertext = Buffer.from('other-hush').toString('base64');
    expect(await box.open({ keeper: 'kwallet5', ciphertext })).toEqual(
      fail({ code: 'keyring-changed' }),
    );
    expect(logger.lines).toMatchObject([{ level: 'warn', details: { keeper: 'kwallet5' } }]);
    expect(logger.text()).not.toContain('hush');
  });

  it('is neither sealed nor opened while the keyring is locked, which is reported', async () => {
    const { box, state } = setUp();
    state.isUsable = false;
    let locked = 0;
    const onLocked = () => void (locked += 1);
    expect(await box.seal('hush', onLocked)).toEqual(fail({ code: 'keyring-locked' }));
    expect(await box.open({ keeper: 'linux', ciphertext: '' }, onLocked)).toEqual(
      fail({ code: 'keyring-locked' }),
    );
    expect(locked).toBe(2);
  });
});
