import type { Result } from '../../contract/result';

/** A secret as it may be stored on the disk. */
export interface SealedSecret {
  /** Which of the computer's keyrings encrypted it, where that is known. */
  readonly keeper: string;
  /** Base64. */
  readonly ciphertext: string;
}

/**
 * Encrypts secrets with a key that only the computer's keyring holds. Both calls may wait until somebody
 * has unlocked it, after calling `onLocked`, and never block. Errors: `no-keyring` when there is none that is safe, or it cannot be
 * opened today; `keyring-locked` when it was not unlocked. What was sealed is never thrown away because
 * of it.
 */
export interface SecretBox {
  seal(secret: string, onLocked?: () => void): Promise<Result<SealedSecret>>;
  open(sealed: SealedSecret, onLocked?: () => void): Promise<Result<string>>;
}
