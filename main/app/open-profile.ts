import { readFile } from 'node:fs/promises';
import type { AppError } from '../../contract/errors';
import { fail, type Result } from '../../contract/result';
import { parseProfileText } from '../settings/parse-profile';
import type { ProfileStore } from '../settings/profile-store';
import type { Profile } from '../settings/profile';
import type { Arguments } from './arguments';
import { startDemo } from './demo';

/** The profile of this run, and what to stop with it. */
export type OpenedProfile =
  | {
      readonly kind: 'ready';
      readonly profile: Profile;
      /** Its services are simulated: nothing of it is kept. */
      readonly isDemo: boolean;
      readonly stop: () => void;
    }
  | { readonly kind: 'none' }
  /** One is stored but cannot be used now. It is kept, and the agent is told why. */
  | { readonly kind: 'unusable'; readonly error: AppError; readonly agentName?: string }
  /** What was asked for on the command line is not valid. */
  | { readonly kind: 'invalid'; readonly error: AppError };

export interface OpenProfileOptions {
  readonly args: Arguments;
  readonly store: ProfileStore;
  /** Built application folder. */
  readonly root: string;
  /** Installed rather than run from source; only from source does no profile mean the demo. */
  readonly isPackaged: boolean;
}

export async function openProfile(options: OpenProfileOptions): Promise<OpenedProfile> {
  const { args, store, root, isPackaged } = options;
  if (args.isSmoke) return { kind: 'none' };
  if (args.isDemo) return openDemo(root);
  if (args.profile !== undefined) {
    const read = await readProfileFile(args.profile);
    return read.ok
      ? { kind: 'ready', profile: read.value, isDemo: false, stop: () => undefined }
      : { kind: 'invalid', error: read.error };
  }
  const stored = await store.load();
  switch (stored.kind) {
    case 'found':
      return { kind: 'ready', profile: stored.profile, isDemo: false, stop: () => undefined };
    case 'unusable':
      return stored;
    case 'none':
      return isPackaged ? stored : openDemo(root);
  }
}

/** Reads and checks a profile file; the error names the field, or that the file cannot be read. */
export async function readProfileFile(file: string): Promise<Result<Profile>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return fail({ code: 'bad-input', detail: `the profile ${file} cannot be read` });
  }
  return parseProfileText(text);
}

async function openDemo(root: string): Promise<OpenedProfile> {
  const demo = await startDemo(root);
  return demo.profile.ok
    ? { kind: 'ready', profile: demo.profile.value, isDemo: true, stop: () => demo.stop() }
    : { kind: 'unusable', error: demo.profile.error };
}
