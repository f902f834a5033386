import { mkdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { fail, succeed, type Result } from '../../contract/result';
import type { AppError } from '../../contract/errors';
import type { Vendor } from '../../contract/vendors';
import type { SealedSecret, SecretBox } from '../secrets/secret-box';
import { checkProfile, toProfileError } from './parse-profile';
import { bindSecrets, openBoundSecrets } from './bound-secrets';
import { mergeSecrets, splitSecrets } from './profile-secrets';
import type { Profile } from './profile';

/** What the stored profile is like today. */
export type StoredProfile =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'found';
      /** Without the sections whose secrets cannot be used. */
      readonly profile: Profile;
      /** Sections that were edited since their secrets were stored; these must be imported again. */
      readonly changed: readonly Vendor[];
    }
  /** It is there and stays there, but cannot be used now; `agentName` where it could be read. */
  | { readonly kind: 'unusable'; readonly error: AppError; readonly agentName?: string };

/** Keeps one profile in one file: what everybody may read in the clear, the secrets sealed. */
export interface ProfileStore {
  load(): Promise<StoredProfile>;
  /** Replaces the stored profile as a whole, or changes nothing. Errors: `no-keyring`, `internal`. */
  save(profile: Profile): Promise<Result<null>>;
}

const OWNER_ONLY = 0o600;

const fileSchema = z.object({
  version: z.literal(1),
  profile: z.record(z.string(), z.unknown()),
  secrets: z.object({ keeper: z.string(), ciphertext: z.string() }),
});

export function createProfileStore(file: string, box: SecretBox): ProfileStore {
  return {
    load: async () => {
      let text: string;
      try {
        text = await readFile(file, 'utf8');
      } catch (error) {
        return isMissing(error) ? { kind: 'none' } : unusable('the profile cannot be read');
      }
      const stored = parseFile(text);
      if (stored === undefined) return setAside(file);
      return openStored(stored, box);
    },
    save: async (profile) => {
      const { open, secrets } = splitSecrets(profile);
      const sealed = box.seal(bindSecrets(open, secrets));
      if (!sealed.ok) return sealed;
      const content = { version: 1, profile: open, secrets: sealed.value };
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFileAtomic(file, `${JSON.stringify(content, null, 2)}\n`, { mode: OWNER_ONLY });
      } catch {
        return fail({ code: 'internal', detail: 'the profile cannot be written' });
      }
      return succeed(null);
    },
  };
}

/** What is damaged is kept beside its place, for somebody who can make sense of it. */
async function setAside(file: string): Promise<StoredProfile> {
  const aside = `${file}.damaged`;
  try {
    await rename(file, aside);
  } catch {
    return unusable('the stored profile is damaged; import it again');
  }
  return unusable(`the stored profile was damaged and is now ${basename(aside)}; import it again`);
}

function openStored(stored: StoredFile, box: SecretBox): StoredProfile {
  const opened = box.open(stored.secrets);
  if (!opened.ok) return unusableOf(stored, opened.error);
  const usable = openBoundSecrets(stored.profile, tryParseJson(opened.value));
  if (usable === undefined) {
    const detail = 'the profile was stored by an earlier version; import it again';
    return unusableOf(stored, { code: 'bad-input', detail });
  }
  const { secrets, changed } = usable;
  const open = Object.fromEntries(
    Object.entries(stored.profile).filter(([name]) => !changed.some((section) => section === name)),
  );
  const checked = checkProfile(mergeSecrets(open, secrets));
  return checked.ok
    ? { kind: 'found', profile: checked.value, changed }
    : unusableOf(stored, toProfileError(checked.mistakes));
}

function unusableOf({ profile }: StoredFile, error: AppError): StoredProfile {
  const known = z.object({ agent: z.object({ name: z.string() }) }).safeParse(profile);
  return { kind: 'unusable', error, ...(known.success && { agentName: known.data.agent.name }) };
}

interface StoredFile {
  readonly profile: Record<string, unknown>;
  readonly secrets: SealedSecret;
}

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

function unusable(detail: string): StoredProfile {
  return { kind: 'unusable', error: { code: 'bad-input', detail } };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
