import type { AppError } from '../../contract/errors';
import type { ProfileContent } from './edit-section';
import { checkProfile, toProfileError } from './parse-profile';
import type { Profile } from './profile';
import { mergeSecrets, type ProfileSecrets } from './profile-secrets';

/** The stored profile before its secrets are decrypted. */
export type StoredProfile =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'sealed';
      /** The profile with placeholders for its secrets: enough to show it, not to sign in. */
      readonly outline: Profile;
      /**
       * Decrypts the secrets. Calls `onLocked` and waits if the keyring must be unlocked first.
       */
      open(onLocked?: () => void): Promise<UnsealedProfile>;
    }
  | UnusableProfile;

export type UnsealedProfile =
  | {
      readonly kind: 'found';
      /** Without the sections whose secrets cannot be used. */
      readonly profile: Profile;
      /**
       * The reason for each section that is left out: `address-changed` or `no-secrets`, with its
       * vendor.
       */
      readonly withheld: readonly AppError[];
    }
  | UnusableProfile;

/** A stored profile that cannot be used now. `agentName` is set if it could be read. */
export interface UnusableProfile {
  readonly kind: 'unusable';
  readonly error: AppError;
  readonly agentName?: string;
}

/** A profile that can be edited. */
export interface EditableProfile {
  /** The name of the profile; undefined if it has none. */
  readonly name: string | undefined;
  readonly content: ProfileContent;
}

/** The secrets that can be used, and the sections whose address or user name was changed. */
export interface OpenedSecrets {
  readonly secrets: ProfileSecrets;
  readonly changed: readonly string[];
}

const PLACEHOLDER = 'encrypted';

/** Placeholders for all secrets. */
export function fillIn(names: ProfileContent['names']): ProfileSecrets {
  return Object.fromEntries(
    Object.entries(names).map(([section, fields]) => [
      section,
      Object.fromEntries(fields.map((name) => [name, PLACEHOLDER])),
    ]),
  );
}

/** The part of the profile that can be used to connect. */
export function assemble(
  content: ProfileContent,
  { secrets, changed }: OpenedSecrets,
): UnsealedProfile {
  const lacking = Object.entries(content.names)
    .filter(([section, names]) => names.some((name) => secrets[section]?.[name] === undefined))
    .map(([section]) => section)
    .filter((section) => content.open[section] !== undefined);
  const withheld = lacking.map((vendor): AppError => ({
    code: changed.includes(vendor) ? 'address-changed' : 'no-secrets',
    vendor,
  }));
  const open = Object.fromEntries(
    Object.entries(content.open).filter(([name]) => !lacking.includes(name)),
  );
  const checked = checkProfile(mergeSecrets(open, secrets));
  return checked.ok
    ? { kind: 'found', profile: checked.value, withheld }
    : unusableOf(content, toProfileError(checked.mistakes));
}

export function unusableOf({ open }: ProfileContent, error: AppError): UnusableProfile {
  const { agent } = open;
  const name =
    typeof agent === 'object' && agent !== null && 'name' in agent ? agent.name : undefined;
  return { kind: 'unusable', error, ...(typeof name === 'string' && { agentName: name }) };
}

export function unusable(detail: string): UnusableProfile {
  return { kind: 'unusable', error: { code: 'bad-input', detail } };
}
