import { fail, succeed } from '../../contract/result';
import type { SecretBox } from '../../main/secrets/secret-box';

/** `gone`: there is none, or another one than before. `locked`: nobody unlocks it. */
type KeyringState = 'open' | 'locked' | 'gone';

/** A keyring whose state a test sets. It hides what it seals as far as a search for the clear text goes. */
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
  function refuse(onLocked?: () => void) {
    if (keyring.state === 'open') return undefined;
    if (keyring.state === 'gone') return fail({ code: 'no-keyring' });
    onLocked?.();
    return fail({ code: 'keyring-locked' });
  }
  return keyring;
}
