import { mkdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { fail, succeed, type Result } from '../../contract/result';
import type { AppError } from '../../contract/errors';
import type { Vendor } from '../../contract/vendors';
import { codeOf, toDiskError } from '../disk/disk-error';
import { OWNER_ONLY } from '../disk/private-file';
import type { SecretBox } from '../secrets/secret-box';
import { checkProfile, toProfileError } from './parse-profile';
import { bindSecrets, openBoundSecrets } from './bound-secrets';
import { mergeSecrets, splitSecrets, type ProfileSecrets } from './profile-secrets';
import type { Profile } from './profile';

/** The stored profile before its secrets are decrypted. */
export type StoredProfile =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'sealed';
      /** The profile with placeholders for its secrets: enough to show it, not to sign in. */
      readonly outline: Profile;
      /** Decrypts the secrets. Calls `onLocked` and waits if somebody has to unlock the keyring first. */
      open(onLocked?: () => void): Promise<UnsealedProfile>;
    }
  | UnusableProfile;

export type UnsealedProfile =
  | {
      readonly kind: 'found';
      /** Without the sections whose secrets cannot be used. */
      readonly profile: Profile;
      /** Sections that were edited since their secrets were stored. They have to be imported again. */
      readonly changed: readonly Vendor[];
    }
  | UnusableProfile;

/** A profile that is stored but cannot be used now. `agentName`: if it could be read. */
export interface UnusableProfile {
  readonly kind: 'unusable';
  readonly error: AppError;
  readonly agentName?: string;
}

/** Stores one profile in one file, with its secrets encrypted. */
export interface ProfileStore {
  load(): Promise<StoredProfile>;
  /**
   * Replaces the stored profile completely or not at all. Errors: `no-keyring`, `keyring-locked`,
   * `not-saved`.
   */
  save(profile: Profile, onLocked?: () => void): Promise<Result<null>>;
}

const fileSchema = z.object({
  version: z.literal(1),
  profile: z.record(z.string(), z.unknown()),
  secrets: z.object({
    keeper: z.string(),
    ciphertext: z.string(),
    /** The names of the encrypted fields, by section. Early versions did not write them. */
    fields: z.record(z.string(), z.array(z.string())).optional(),
  }),
});

export function createProfileStore(file: string, box: SecretBox): ProfileStore {
  return {
    load: async () => {
      let text: string;
      try {
        text = await readFile(file, 'utf8');
      } catch (error) {
        return codeOf(error) === 'ENOENT'
          ? { kind: 'none' }
          : unusable('the profile cannot be read');
      }
      const stored = parseFile(text);
      if (stored === undefined) return setAside(file);
      return outlineStored(stored, box);
    },
    save: async (profile, onLocked) => {
      const { open, secrets } = splitSecrets(profile);
      const sealed = await box.seal(bindSecrets(open, secrets), onLocked);
      if (!sealed.ok) return sealed;
      const content: z.infer<typeof fileSchema> = {
        version: 1,
        profile: open,
        secrets: { ...sealed.value, fields: namesOf(secrets) },
      };
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFileAtomic(file, `${JSON.stringify(content, null, 2)}\n`, { mode: OWNER_ONLY });
      } catch (error) {
        return fail(toDiskError(error, file));
      }
      return succeed(null);
    },
  };
}

/** Keeps a damaged file for somebody who can repair it. */
async function setAside(file: string): Promise<UnusableProfile> {
  const aside = `${file}.damaged`;
  try {
    await rename(file, aside);
  } catch {
    return unusable('the stored profile is damaged; import it again');
  }
  return unusable(`the stored profile was damaged and is now ${basename(aside)}; import it again`);
}

const EARLY_VERSION: AppError = {
  code: 'bad-input',
  detail: 'the profile was stored by an earlier version; import it again',
};
const PLACEHOLDER = 'encrypted';

function outlineStored(stored: StoredFile, box: SecretBox): StoredProfile {
  const { fields } = stored.secrets;
  if (fields === undefined) return unusableOf(stored, EARLY_VERSION);
  const placeholders = Object.entries(fields).map(([section, names]) => [
    section,
    Object.fromEntries(names.map((name) => [name, PLACEHOLDER])),
  ]);
  const secrets = Object.fromEntries(placeholders) as ProfileSecrets;
  const outline = checkProfile(mergeSecrets(stored.profile, secrets));
  return outline.ok
    ? {
        kind: 'sealed',
        outline: outline.value,
        open: (onLocked) => openStored(stored, box, onLocked),
      }
    : unusableOf(stored, toProfileError(outline.mistakes));
}

function namesOf(secrets: ProfileSecrets): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(secrets).map(([section, fields]) => [section, Object.keys(fields)]),
  );
}

async function openStored(
  stored: StoredFile,
  box: SecretBox,
  onLocked?: () => void,
): Promise<UnsealedProfile> {
  const opened = await box.open(stored.secrets, onLocked);
  if (!opened.ok) return unusableOf(stored, opened.error);
  const usable = openBoundSecrets(stored.profile, tryParseJson(opened.value));
  if (usable === undefined) return unusableOf(stored, EARLY_VERSION);
  const { secrets, changed } = usable;
  const open = Object.fromEntries(
    Object.entries(stored.profile).filter(([name]) => !changed.some((section) => section === name)),
  );
  const checked = checkProfile(mergeSecrets(open, secrets));
  return checked.ok
    ? { kind: 'found', profile: checked.value, changed }
    : unusableOf(stored, toProfileError(checked.mistakes));
}

function unusableOf({ profile }: StoredFile, error: AppError): UnusableProfile {
  const known = z.object({ agent: z.object({ name: z.string() }) }).safeParse(profile);
  return { kind: 'unusable', error, ...(known.success && { agentName: known.data.agent.name }) };
}

type StoredFile = z.infer<typeof fileSchema>;

function parseFile(text: string): StoredFile | undefined {
  const parsed = fileSchema.safeParse(tryParseJson(text));
  return parsed.success ? parsed.data : undefined;
}

function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unusable(detail: string): UnusableProfile {
  return { kind: 'unusable', error: { code: 'bad-input', detail } };
}
