import type { Result } from '../../contract/result';

/** A secret as it may lie on the disk. */
export interface SealedSecret {
  /** Which of the computer's keepers sealed it, where that can be told. */
  readonly keeper: string;
  /** Base64. */
  readonly ciphertext: string;
}

/**
 * Seals secrets with a key that only the computer's keyring holds. Errors: `no-keyring` when there is
 * none that is safe, or it cannot be opened today. What was sealed is never thrown away because of it.
 */
export interface SecretBox {
  seal(secret: string): Result<SealedSecret>;
  open(sealed: SealedSecret): Result<string>;
}
