import { fail, succeed, type Result } from '../../contract/result';
import { unlockSecretService, type KeyringState } from './secret-service';
import { connectSessionBus } from './session-bus';

/**
 * The store for Chromium's keys: the Secret Service, or another one that it finds or is configured
 * to use.
 */
export type PasswordStore = 'secret-service' | 'other';

/**
 * Resolves when the keyring can be used without blocking, or to the reason if it cannot. Calls
 * `onLocked` if the user must unlock it first.
 */
export async function unlockKeyring(
  store: PasswordStore,
  environment: NodeJS.ProcessEnv,
  onLocked: () => void,
): Promise<Result<null>> {
  if (store === 'other') return succeed(null);
  switch (await findState(environment, onLocked)) {
    case 'usable':
      return succeed(null);
    case 'locked':
      return fail({ code: 'keyring-locked' });
    case 'absent':
      return fail({
        code: 'no-keyring',
        detail: 'no keyring such as gnome-keyring or KWallet is running',
      });
    case 'silent':
      return fail({ code: 'no-keyring', detail: 'the keyring does not answer' });
  }
}

async function findState(
  environment: NodeJS.ProcessEnv,
  onLocked: () => void,
): Promise<KeyringState> {
  const bus = await connectSessionBus(environment);
  if (bus === undefined) return 'absent';
  try {
    return await unlockSecretService(bus, onLocked);
  } catch {
    // The message bus or the service has ended.
    return 'silent';
  } finally {
    bus.close();
  }
}
