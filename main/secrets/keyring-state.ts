/**
 * - `usable`: it can be used without a prompt.
 * - `locked`: the user was asked to unlock it and did not.
 * - `absent`: this desktop has no such keyring.
 * - `disabled`: the user has turned it off.
 * - `silent`: the service does not answer.
 */
export type KeyringState = 'usable' | 'locked' | 'absent' | 'disabled' | 'silent';

export interface UnlockedKeyring {
  readonly state: KeyringState;
  /** Allows it to be locked again once no program uses it. */
  readonly release?: () => Promise<void>;
}
