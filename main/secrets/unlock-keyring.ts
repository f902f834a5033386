import type { AppError } from '../../contract/errors';
import { fail, type Result } from '../../contract/result';
import type { KeyringState, UnlockedKeyring } from './keyring-state';
import { openWallet, type KWallet } from './kwallet';
import { unlockSecretService } from './secret-service';
import { connectSessionBus, type SessionBus } from './session-bus';

/** The store for Chromium's keys; `other`: one that it finds or is configured to use. */
export type PasswordStore = 'secret-service' | KWallet | 'other';

export interface KeyringAccess {
  readonly store: PasswordStore;
  /** The name under which Chromium uses the keyring. */
  readonly appName: string;
  readonly environment: NodeJS.ProcessEnv;
}

const ERRORS: Readonly<Record<Exclude<KeyringState, 'usable'>, AppError>> = {
  locked: { code: 'keyring-locked' },
  absent: {
    code: 'no-keyring',
    detail: 'no keyring such as gnome-keyring or KWallet is running',
  },
  disabled: { code: 'no-keyring', detail: 'KWallet is turned off' },
  silent: { code: 'no-keyring', detail: 'the keyring does not answer' },
};

/**
 * Calls `use` when the keyring can be used without blocking, and resolves to its result, or to the reason
 * why the keyring cannot be used. Calls `onLocked` if the user must unlock it first.
 */
export async function withUnlockedKeyring<Value>(
  access: KeyringAccess,
  onLocked: () => void,
  use: () => Result<Value>,
): Promise<Result<Value>> {
  if (access.store === 'other') return use();
  const bus = await connectSessionBus(access.environment);
  if (bus === undefined) return fail(ERRORS.absent);
  try {
    const { state, release } = await unlock(access, bus, onLocked);
    if (state !== 'usable') return fail(ERRORS[state]);
    const result = use();
    await release?.().catch(() => undefined);
    return result;
  } finally {
    bus.close();
  }
}

async function unlock(
  { store, appName }: KeyringAccess,
  bus: SessionBus,
  onLocked: () => void,
): Promise<UnlockedKeyring> {
  try {
    return store === 'kwallet5' || store === 'kwallet6'
      ? await openWallet(bus, store, appName, onLocked)
      : { state: await unlockSecretService(bus, onLocked) };
  } catch {
    // The message bus or the service has ended.
    return { state: 'silent' };
  }
}
