import type { Result } from '../../contract/result';

/** An encrypted secret, which may be stored on the disk. */
export interface SealedSecret {
  /** The keyring that encrypted it, as far as known. */
  readonly keeper: string;
  /** Base64. */
  readonly ciphertext: string;
}

/**
 * Encrypts secrets with a key that only the computer's keyring holds. Neither call blocks: both call
 * `onLocked` and wait when somebody has to unlock the keyring first. Errors: `no-keyring` without a safe
 * keyring; `keyring-locked` if it was not unlocked; `keyring-changed` if it cannot decrypt the secret. None
 * of these errors is a reason to discard the stored secret.
 */
export interface SecretBox {
  seal(secret: string, onLocked?: () => void): Promise<Result<SealedSecret>>;
  open(sealed: SealedSecret, onLocked?: () => void): Promise<Result<string>>;
}
