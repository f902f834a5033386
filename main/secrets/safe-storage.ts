import { fail, succeed, type Result } from '../../contract/result';
import type { Logger } from '../log/logger';
import type { SealedSecret, SecretBox } from './secret-box';

/** On Linux this prefix means Chromium's hard-coded key. On other systems it is the normal one. */
const HARD_CODED_KEY_PREFIX = 'v10';
const UNSAFE_BACKENDS: readonly string[] = ['basic_text', 'unknown'];
const PROBE = 'probe';

/**
 * The part of Electron's safeStorage that is used. Its newer, asynchronous functions do not exist in the
 * Electron that the tests run on, and on Linux they silently fall back to a publicly known key.
 */
interface Storage {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
  /** Missing in older runtimes. */
  getSelectedStorageBackend?(): string;
}

export interface SafeStorageOptions {
  readonly storage: Storage;
  readonly platform: NodeJS.Platform;
  readonly logger: Logger;
  /**
   * Calls `use` when the keyring can be used without blocking this process. Resolves to its result, or to
   * the reason why the keyring cannot be used.
   */
  readonly withKeyring: <Value>(
    onLocked: () => void,
    use: () => Result<Value>,
  ) => Promise<Result<Value>>;
}

/** The keyring, through Electron's safeStorage. Usable once the app is ready. */
export function createSafeStorageBox(options: SafeStorageOptions): SecretBox {
  const { storage, platform, withKeyring } = options;
  return {
    seal: (secret, onLocked = () => undefined) =>
      withKeyring(onLocked, () => seal(secret, storage, platform)),
    open: (sealed, onLocked = () => undefined) =>
      withKeyring(onLocked, () => openSealed(sealed, options)),
  };
}

function seal(secret: string, storage: Storage, platform: NodeJS.Platform): Result<SealedSecret> {
  const unusable = findProblem(storage, platform);
  if (unusable !== undefined) return fail({ code: 'no-keyring', detail: unusable });
  const ciphertext = storage.encryptString(secret).toString('base64');
  return succeed({ keeper: backendName(storage, platform), ciphertext });
}

function openSealed(
  sealed: SealedSecret,
  { storage, platform, logger }: SafeStorageOptions,
): Result<string> {
  const unusable = findProblem(storage, platform);
  if (unusable !== undefined) return fail({ code: 'no-keyring', detail: unusable });
  try {
    return succeed(storage.decryptString(Buffer.from(sealed.ciphertext, 'base64')));
  } catch {
    // Neither the error nor the text is logged, as both may contain parts of the secret.
    logger.warn('The stored keys could not be opened', { keeper: sealed.keeper });
    return fail({ code: 'keyring-changed' });
  }
}

/** Why secrets must not be sealed on this computer, or undefined if they may. */
function findProblem(storage: Storage, platform: NodeJS.Platform): string | undefined {
  if (!storage.isEncryptionAvailable()) return 'no keyring is available';
  if (platform !== 'linux') return undefined;
  if (UNSAFE_BACKENDS.includes(backendName(storage, platform)))
    return 'the keyring is not encrypted';
  const prefix = storage.encryptString(PROBE).subarray(0, HARD_CODED_KEY_PREFIX.length);
  return prefix.toString() === HARD_CODED_KEY_PREFIX ? 'the keyring is not encrypted' : undefined;
}

function backendName(storage: Storage, platform: NodeJS.Platform): string {
  // Without a reported backend, the probe decides.
  return (platform === 'linux' ? storage.getSelectedStorageBackend?.() : undefined) ?? platform;
}
