import { safeStorage } from 'electron';
import { fail, succeed, type Result } from '../../contract/result';
import type { Logger } from '../log/logger';
import type { SealedSecret, SecretBox } from './secret-box';

/** On Linux this prefix means Chromium's hard-coded key. On other systems it is the normal one. */
const HARD_CODED_KEY_PREFIX = 'v10';
const UNSAFE_BACKENDS: readonly string[] = ['basic_text', 'unknown'];
const PROBE = 'probe';

export interface SafeStorageOptions {
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
  const { platform, logger, withKeyring } = options;
  return {
    seal: (secret, onLocked = () => undefined) =>
      withKeyring(onLocked, () => seal(secret, platform)),
    open: (sealed, onLocked = () => undefined) =>
      withKeyring(onLocked, () => openSealed(sealed, platform, logger)),
  };
}

function seal(secret: string, platform: NodeJS.Platform): Result<SealedSecret> {
  const unusable = findProblem(platform);
  if (unusable !== undefined) return fail({ code: 'no-keyring', detail: unusable });
  const ciphertext = safeStorage.encryptString(secret).toString('base64');
  return succeed({ keeper: backendName(platform), ciphertext });
}

function openSealed(
  sealed: SealedSecret,
  platform: NodeJS.Platform,
  logger: Logger,
): Result<string> {
  const unusable = findProblem(platform);
  if (unusable !== undefined) return fail({ code: 'no-keyring', detail: unusable });
  try {
    return succeed(safeStorage.decryptString(Buffer.from(sealed.ciphertext, 'base64')));
  } catch {
    // Neither the error nor the text is logged, as both may contain parts of the secret.
    logger.warn('The stored keys could not be opened', { keeper: sealed.keeper });
    return fail({ code: 'keyring-changed' });
  }
}

/** Why secrets must not be sealed on this computer, or undefined if they may. */
function findProblem(platform: NodeJS.Platform): string | undefined {
  if (!safeStorage.isEncryptionAvailable()) return 'no keyring is available';
  if (platform !== 'linux') return undefined;
  if (UNSAFE_BACKENDS.includes(backendName(platform))) return 'the keyring is not encrypted';
  const prefix = safeStorage.encryptString(PROBE).subarray(0, HARD_CODED_KEY_PREFIX.length);
  return prefix.toString() === HARD_CODED_KEY_PREFIX ? 'the keyring is not encrypted' : undefined;
}

function backendName(platform: NodeJS.Platform): string {
  // Older runtimes cannot report the backend. There the probe decides.
  const isReported = platform === 'linux' && 'getSelectedStorageBackend' in safeStorage;
  return isReported ? safeStorage.getSelectedStorageBackend() : platform;
}
