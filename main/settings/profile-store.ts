import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fail, succeed, type Result } from '../../contract/result';
import type { AppError, ErrorCode } from '../../contract/errors';
import { codeOf, toDiskError } from '../disk/disk-error';
import { OWNER_ONLY } from '../disk/private-file';
import { writeAtomically } from '../disk/write-atomically';
import type { SealedSecret, SecretBox } from '../secrets/secret-box';
import { bindSecrets, openBoundSecrets } from './bound-secrets';
import { namesOf, toContent, type ProfileContent } from './edit-section';
import { checkProfile, toProfileError } from './parse-profile';
import type { Profile } from './profile';
import { mergeSecrets } from './profile-secrets';
import {
  assemble,
  fillIn,
  unusable,
  unusableOf,
  type EditableProfile,
  type OpenedSecrets,
  type StoredProfile,
  type UnusableProfile,
} from './stored-profile';
import { hasCiphertext, NO_CIPHERTEXT, parseStored, type StoredFile } from './stored-file';
import { tryParseJson } from './try-parse-json';

/** Stores one profile in one file, with its secrets encrypted. */
export interface ProfileStore {
  load(): Promise<StoredProfile>;
  /**
   * Replaces the stored profile completely or not at all. Errors: `no-keyring`, `keyring-locked`,
   * `not-saved`.
   */
  save(profile: Profile, onLocked?: () => void): Promise<Result<null>>;
  /**
   * The profile without its secrets, for which no keyring is needed; undefined if there is none.
   */
  readOpen(): Promise<(EditableProfile & { readonly isMemoryOnly: boolean }) | undefined>;
  /**
   * The profile with the secrets that can be read; undefined if there is none. Secrets that the
   * keyring can no longer decrypt are missing. Errors: `keyring-locked`.
   */
  edit(onLocked?: () => void): Promise<Result<EditableProfile | undefined>>;
  /**
   * Stores an edited profile. Without a keyring its secrets are kept in memory until the app ends.
   * Secrets that could not be read are set aside, not overwritten. Errors: `keyring-locked`, `not-saved`.
   */
  write(profile: EditableProfile, onLocked?: () => void): Promise<Result<null>>;
  rename(name: string): Promise<Result<null>>;
  /** Deletes the stored secrets, including those that were set aside. Everything else is kept. */
  forgetSecrets(): Promise<Result<null>>;
  remove(): Promise<Result<null>>;
}

export function createProfileStore(file: string, box: SecretBox): ProfileStore {
  /**
   * An earlier state of the file. Its secrets may be readable again once the keyring is available.
   */
  const unreadable = `${file}.unreadable`;
  /** A profile whose secrets are only in memory, and the text of the file that it replaces. */
  let held: { readonly profile: EditableProfile; readonly text: string } | undefined;

  async function read(): Promise<Found | UnusableProfile | undefined> {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      return /^ENOENT$|^ENOTDIR$/.test(codeOf(error) ?? '') ? undefined : CANNOT_BE_READ;
    }
    const stored = parseStored(text);
    if (stored === undefined) return setAside(file);
    // Another process of the app may have stored a different profile in the meantime.
    const isHeld = held?.text === text;
    return {
      text,
      stored,
      current: isHeld && held ? held.profile : toEditable(stored),
      isHeld,
    };
  }

  async function open(
    { stored, current, isHeld }: Found,
    onLocked?: () => void,
  ): Promise<Result<OpenedSecrets>> {
    if (isHeld) return succeed({ secrets: current.content.secrets, changed: [] });
    if (!hasCiphertext(stored)) return succeed({ secrets: {}, changed: [] });
    const opened = await box.open(stored.secrets, onLocked);
    if (!opened.ok) return opened;
    const usable = openBoundSecrets(stored.profile, tryParseJson(opened.value));
    return usable === undefined ? fail(EARLY_VERSION) : succeed(usable);
  }

  async function put(stored: StoredFile): Promise<Result<string>> {
    const text = `${JSON.stringify(stored, null, 2)}\n`;
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeAtomically(file, text, { mode: OWNER_ONLY });
    } catch (error) {
      return fail(toDiskError(error, file));
    }
    return succeed(text);
  }

  async function putSealed(profile: EditableProfile, sealed: SealedSecret): Promise<Result<null>> {
    const written = await put(toStored(profile, sealed));
    if (!written.ok) return written;
    held = undefined;
    return succeed(null);
  }

  async function seal({ content }: EditableProfile, onLocked?: () => void) {
    return box.seal(bindSecrets(content.open, content.secrets), onLocked);
  }

  return {
    load: async () => {
      const found = await read();
      if (found === undefined) return { kind: 'none' };
      if ('kind' in found) return found;
      const { content } = found.current;
      if (found.stored.secrets.fields === undefined) return unusableOf(content, EARLY_VERSION);
      const outline = checkProfile(mergeSecrets(content.open, fillIn(content.names)));
      return outline.ok
        ? {
            kind: 'sealed',
            outline: outline.value,
            open: async (onLocked) => {
              const opened = await open(found, onLocked);
              return opened.ok
                ? assemble(content, opened.value)
                : unusableOf(content, opened.error);
            },
          }
        : unusableOf(content, toProfileError(outline.mistakes));
    },
    save: async (profile, onLocked) => {
      const before = await read();
      if (before === CANNOT_BE_READ) return fail(before.error);
      const name = isFound(before) ? before.current.name : undefined;
      const edited: EditableProfile = { name, content: toContent(profile) };
      const sealed = await seal(edited, onLocked);
      return sealed.ok ? putSealed(edited, sealed.value) : sealed;
    },
    readOpen: async () => {
      const found = await read();
      if (!isFound(found)) return undefined;
      const { current, stored, isHeld } = found;
      const { content } = current;
      const isKept = isHeld || hasCiphertext(stored);
      const missing = isHeld ? listMissing(content) : (stored.secrets.missing ?? {});
      const secrets = isKept ? fillIn(without(content.names, missing)) : {};
      return { ...current, content: { ...content, secrets }, isMemoryOnly: isHeld };
    },
    edit: async (onLocked) => {
      const found = await read();
      if (found === CANNOT_BE_READ) return fail(found.error);
      if (!isFound(found)) return succeed(undefined);
      const opened = await open(found, onLocked);
      // The keyring was changed or is missing, so its secrets must be entered again.
      if (!opened.ok && !UNREADABLE.has(opened.error.code)) return opened;
      const secrets = opened.ok ? opened.value.secrets : {};
      return succeed({ ...found.current, content: { ...found.current.content, secrets } });
    },
    write: async (profile, onLocked) => {
      const before = await read();
      if (before === CANNOT_BE_READ) return fail(before.error);
      const kept = isFound(before) && hasCiphertext(before.stored) ? before : undefined;
      if (kept === undefined && !hasSecrets(profile.content)) {
        return putSealed(profile, NO_CIPHERTEXT);
      }
      const isReadable = kept === undefined || (await box.open(kept.stored.secrets, onLocked)).ok;
      const sealed = await seal(profile, onLocked);
      if (sealed.ok) {
        if (!isReadable) await copyFile(file, unreadable).catch(() => undefined);
        return putSealed(profile, sealed.value);
      }
      if (sealed.error.code !== 'no-keyring') return sealed;
      // Encrypted secrets are kept until the keyring is available again.
      const written =
        kept === undefined ? await put(toStored(profile, NO_CIPHERTEXT)) : succeed(kept.text);
      if (!written.ok) return written;
      held = { profile, text: written.value };
      return succeed(null);
    },
    rename: async (name) => {
      const found = await read();
      if (!isFound(found)) return fail({ code: 'gone' });
      const written = await put({ ...found.stored, name });
      if (!written.ok) return written;
      if (found.isHeld) held = { profile: { ...found.current, name }, text: written.value };
      return succeed(null);
    },
    forgetSecrets: async () => {
      const found = await read();
      if (found === CANNOT_BE_READ) return fail(found.error);
      if (!isFound(found)) return succeed(null);
      const written = await put(toStored(found.current, NO_CIPHERTEXT));
      held = undefined;
      return written.ok ? removeFile(unreadable) : written;
    },
    remove: async () => {
      held = undefined;
      const removed = await removeFile(file);
      return removed.ok ? removeFile(unreadable) : removed;
    },
  };
}

/** A stored profile as in its file, and as used. */
interface Found {
  readonly text: string;
  readonly stored: StoredFile;
  readonly current: EditableProfile;
  /** `current` has secrets that are in memory only. */
  readonly isHeld: boolean;
}

function isFound(found: Found | UnusableProfile | undefined): found is Found {
  return found !== undefined && 'stored' in found;
}

async function removeFile(file: string): Promise<Result<null>> {
  try {
    await rm(file, { force: true });
  } catch (error) {
    return fail(toDiskError(error, file));
  }
  return succeed(null);
}

/** Keeps a damaged file so that it can be repaired. */
async function setAside(file: string): Promise<UnusableProfile> {
  const aside = `${file}.damaged`;
  try {
    await rename(file, aside);
  } catch {
    return unusable('the stored profile is damaged; import it again');
  }
  return unusable(`the stored profile was damaged and is now ${basename(aside)}; import it again`);
}

/** It exists, and may be readable again later, so nothing must replace it. */
const CANNOT_BE_READ = unusable('the profile cannot be read');
const UNREADABLE: ReadonlySet<ErrorCode> = new Set(['no-keyring', 'keyring-changed']);
const EARLY_VERSION: AppError = {
  code: 'bad-input',
  detail: 'the profile was stored by an earlier version; import it again',
};
function toEditable({ name, profile, secrets }: StoredFile): EditableProfile {
  return { name, content: { open: profile, secrets: {}, names: secrets.fields ?? {} } };
}

function toStored({ name, content }: EditableProfile, sealed: SealedSecret): StoredFile {
  const missing = listMissing(content);
  return {
    version: 1,
    ...(name !== undefined && { name }),
    profile: { ...content.open },
    secrets: {
      ...sealed,
      fields: without(content.names, {}),
      ...(Object.keys(missing).length > 0 && { missing }),
    },
  };
}

function hasSecrets({ secrets }: ProfileContent): boolean {
  return Object.values(secrets).some((fields) => Object.keys(fields).length > 0);
}

/** The names of required secrets that are missing, by section. */
function listMissing({ names, secrets }: ProfileContent): Record<string, string[]> {
  const missing = without(names, namesOf(secrets));
  return Object.fromEntries(Object.entries(missing).filter(([, fields]) => fields.length > 0));
}

function without(
  names: ProfileContent['names'],
  others: ProfileContent['names'],
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(names).map(([section, fields]) => [
      section,
      fields.filter((field) => !(others[section] ?? []).includes(field)),
    ]),
  );
}
