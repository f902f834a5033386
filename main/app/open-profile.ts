import type { AppError } from '../../contract/errors';
import type { ProfileStore } from '../settings/profile-store';
import type { Profile } from '../settings/profile';
import { readProfileFile } from '../settings/profile-file';
import type { Arguments } from './arguments';
import { startDemo } from './demo';
import { warnIfOpenToOthers } from './warn-if-open-to-others';

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
  /** The file that was named on the command line is not valid: a line a mistake. */
  | { readonly kind: 'invalid'; readonly mistakes: readonly string[] };

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
    await warnIfOpenToOthers(args.profile);
    const read = await readProfileFile(args.profile);
    return read.ok
      ? { kind: 'ready', profile: read.value, isDemo: false, stop: () => undefined }
      : { kind: 'invalid', mistakes: read.mistakes };
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

async function openDemo(root: string): Promise<OpenedProfile> {
  const demo = await startDemo(root);
  return demo.profile.ok
    ? { kind: 'ready', profile: demo.profile.value, isDemo: true, stop: () => demo.stop() }
    : { kind: 'unusable', error: demo.profile.error };
}
