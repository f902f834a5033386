import { describe, expect, onTestFinished, test } from 'vitest';
import { succeed } from '../../../contract/result';
import { withUnlockedKeyring, type PasswordStore } from '../../../main/secrets/unlock-keyring';
import { eventually } from '../../support/eventually';
import { startKeyring } from '../../support/keyring';

const UNUSED = (): void => undefined;

function unlockKeyring(store: PasswordStore, environment: NodeJS.ProcessEnv, onLocked: () => void) {
  const access = { store, appName: 'Sidetone', environment };
  return withUnlockedKeyring(access, onLocked, () => succeed(null));
}

describe('the keyring', () => {
  test('is missing where there is no message bus, and the error names the usual ones', async () => {
    expect(await unlockKeyring('secret-service', {}, UNUSED)).toEqual({
      ok: false,
      error: {
        code: 'no-keyring',
        detail: 'no keyring such as gnome-keyring or KWallet is running',
      },
    });
  });

  test('does not answer if the message bus has gone', async () => {
    const environment = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' };
    expect(await unlockKeyring('secret-service', environment, UNUSED)).toMatchObject({
      ok: false,
      error: { code: 'no-keyring' },
    });
  });

  test('prompts if it is locked, and is used once another program has unlocked it', async () => {
    const keyring = await startKeyring();
    onTestFinished(() => keyring.close());
    const asked: string[] = [];
    const unlock = (who: string) =>
      unlockKeyring('secret-service', keyring.environment, () => asked.push(who));
    expect(await unlock('unlocked')).toEqual({ ok: true, value: null });
    await keyring.lock();
    const unlocking = unlock('locked');
    await eventually(() => asked).toEqual(['locked']);
    await keyring.unlock();
    expect(await unlocking).toEqual({ ok: true, value: null });
  });

  test('is left to Chromium if another password store was chosen', async () => {
    expect(await unlockKeyring('other', {}, UNUSED)).toEqual({ ok: true, value: null });
  });
});
