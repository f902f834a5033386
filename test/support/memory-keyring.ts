import { fail, succeed, type Result } from '../../contract/result';
import type { SecretBox } from '../../main/secrets/secret-box';

/**
 * `gone`: there is none, or it was replaced by another one. `locked`: nobody unlocks it. `prompting`: the user
 * never answers its prompt.
 */
type KeyringState = 'open' | 'locked' | 'gone' | 'prompting';

/** A keyring whose state a test sets. Its encryption only hides secrets from a search for the clear text. */
export function createMemoryKeyring(): SecretBox & { state: KeyringState } {
  const keyring = {
    state: 'open' as KeyringState,
    seal: (secret: string, onLocked?: () => void) =>
      Promise.resolve(
        refuse(onLocked) ??
          succeed({ keeper: 'test', ciphertext: Buffer.from(secret).toString('base64') }),
      ),
    open: ({ ciphertext }: { ciphertext: string }, onLocked?: () => void) =>
      Promise.resolve(refuse(onLocked) ?? succeed(Buffer.from(ciphertext, 'base64').toString())),
  };
  function refuse(onLocked?: () => void): Promise<Result<never>> | Result<never> | undefined {
    if (keyring.state === 'open') return undefined;
    if (keyring.state === 'gone') return fail({ code: 'no-keyring' });
    onLocked?.();
    if (keyring.state === 'prompting') return new Promise(() => undefined);
    return fail({ code: 'keyring-locked' });
  }
  return keyring;
}
