import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, succeed, type Result } from '../../contract/result';
import type { ProfileEntry } from '../../contract/settings';
import { lazyCrypto } from '../disk/lazy-crypto';
import { toDiskError } from '../disk/disk-error';
import { OWNER_ONLY } from '../disk/private-file';
import { writeAtomically } from '../disk/write-atomically';
import type { SecretBox } from '../secrets/secret-box';
import type { ProfileContent } from './edit-section';
import { createProfileStore, type ProfileStore } from './profile-store';
import { asRecord } from './profile-secrets';
import { tryParseJson } from './try-parse-json';

/** Several named profiles, each in a separate file. One of them is active. */
export interface ProfileLibrary {
  /** The store of the active profile, which may be empty. */
  active(): Promise<ProfileStore>;
  list(): Promise<readonly ProfileEntry[]>;
  /** Adds a profile and activates it. If the name is taken, a number is added to it. */
  add(name: string, content: ProfileContent, onLocked?: () => void): Promise<Result<null>>;
  /** Errors: `gone`, `not-saved`. */
  select(id: string): Promise<Result<null>>;
  rename(id: string, name: string): Promise<Result<null>>;
  remove(id: string): Promise<Result<null>>;
}

/** The first profile is the file that earlier releases stored. */
const FIRST_ID = 'profile';
const PROFILE_FILE = /^(profile(?:-[0-9a-f]{8})?)\.json$/;
const activeSchema = z.object({ version: z.literal(1), id: z.string() });

export function createProfileLibrary(folder: string, box: SecretBox): ProfileLibrary {
  const activeFile = join(folder, 'active-profile.json');
  const stores = new Map<string, ProfileStore>();

  function storeOf(id: string): ProfileStore {
    const store = stores.get(id) ?? createProfileStore(join(folder, `${id}.json`), box);
    stores.set(id, store);
    return store;
  }

  async function listIds(): Promise<string[]> {
    const names = await readdir(folder).catch((): string[] => []);
    return names.flatMap((name) => PROFILE_FILE.exec(name)?.[1] ?? []).sort();
  }

  async function findActive(): Promise<string> {
    const ids = await listIds();
    const text = await readFile(activeFile, 'utf8').catch(() => '');
    const parsed = activeSchema.safeParse(tryParseJson(text));
    const chosen = parsed.success ? parsed.data.id : FIRST_ID;
    return ids.includes(chosen) ? chosen : (ids[0] ?? FIRST_ID);
  }

  async function setActive(id: string): Promise<Result<null>> {
    try {
      await mkdir(folder, { recursive: true });
      const content: z.infer<typeof activeSchema> = { version: 1, id };
      await writeAtomically(activeFile, `${JSON.stringify(content)}\n`, { mode: OWNER_ONLY });
    } catch (error) {
      return fail(toDiskError(error, activeFile));
    }
    return succeed(null);
  }

  async function list(): Promise<ProfileEntry[]> {
    const [ids, active] = [await listIds(), await findActive()];
    const entries = await Promise.all(
      ids.map(async (id) => {
        const open = await storeOf(id).readOpen();
        const agent = asRecord(open?.content.open.agent)?.name;
        const name = open?.name ?? (typeof agent === 'string' ? agent : id);
        return open === undefined ? [] : [{ id, name, isActive: id === active }];
      }),
    );
    return entries.flat();
  }

  async function ifThere(id: string, act: () => Promise<Result<null>>): Promise<Result<null>> {
    return (await listIds()).includes(id) ? act() : fail({ code: 'gone' });
  }

  return {
    active: async () => storeOf(await findActive()),
    list,
    add: async (name, content, onLocked) => {
      const entries = await list();
      const id =
        (await listIds()).length === 0
          ? FIRST_ID
          : `profile-${lazyCrypto().randomUUID().slice(0, 8)}`;
      const free = findFreeName(name, entries);
      const written = await storeOf(id).write({ name: free, content }, onLocked);
      return written.ok ? setActive(id) : written;
    },
    select: (id) => ifThere(id, () => setActive(id)),
    rename: (id, name) => ifThere(id, () => storeOf(id).rename(name)),
    remove: (id) => ifThere(id, () => storeOf(id).remove()),
  };
}

function findFreeName(name: string, entries: readonly ProfileEntry[]): string {
  const taken = new Set(entries.map((entry) => entry.name));
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name} ${count}`;
  return free;
}
