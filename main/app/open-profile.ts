import type { AppError } from '../../contract/errors';
import { toProfileError } from '../settings/parse-profile';
import type { Profile } from '../settings/profile';
import { readProfileFile } from '../settings/profile-file';
import type { ProfileLibrary } from '../settings/profile-library';
import type { StoredProfile, UnsealedProfile, UnusableProfile } from '../settings/stored-profile';
import type { Arguments } from './arguments';
import type { Demo } from './demo';
import { warnIfOpenToOthers } from './warn-if-open-to-others';

/** A profile that the app can connect with. */
export interface ReadyProfile {
  readonly kind: 'ready';
  readonly profile: Profile;
  /** For vendors of the stored profile whose secrets cannot be used: the reason. */
  readonly withheld: readonly AppError[];
  /** Its services are simulated, so nothing is stored. */
  readonly isDemo: boolean;
  /** Stops what was started for it. */
  readonly stop: () => void;
}

/** The profile of this run. */
export type OpenedProfile =
  | ReadyProfile
  | Extract<StoredProfile, { kind: 'none' | 'sealed' }>
  | UnusableProfile
  /** The file named on the command line is invalid; one line per mistake. */
  | { readonly kind: 'invalid'; readonly mistakes: readonly string[] };

export interface OpenProfileOptions {
  readonly args: Arguments;
  readonly profiles: Pick<ProfileLibrary, 'active'>;
  readonly startDemo: () => Promise<Demo>;
  /** Whether the app is installed. Only a run from source without a profile plays the demo. */
  readonly isPackaged: boolean;
}

/** The profile that the app starts with. Does not open the keyring yet. */
export async function openProfile(options: OpenProfileOptions): Promise<OpenedProfile> {
  const { args, profiles, startDemo, isPackaged } = options;
  if (args.isSmoke) return { kind: 'none' };
  if (args.isDemo) return openDemo(startDemo);
  if (args.profile !== undefined) {
    await warnIfOpenToOthers(args.profile);
    const read = await readProfileFile(args.profile);
    return read.ok ? toReady(read.value) : { kind: 'invalid', mistakes: read.mistakes };
  }
  const stored = await (await profiles.active()).load();
  return stored.kind === 'none' && !isPackaged ? openDemo(startDemo) : stored;
}

/** Reads the file of `--profile` again. */
export async function reopenFile(file: string): Promise<ReadyProfile | UnusableProfile> {
  const read = await readProfileFile(file);
  return read.ok ? toReady(read.value) : { kind: 'unusable', error: toProfileError(read.mistakes) };
}

export function unseal(unsealed: UnsealedProfile): ReadyProfile | UnusableProfile {
  return unsealed.kind === 'found' ? toReady(unsealed.profile, unsealed.withheld) : unsealed;
}

function toReady(profile: Profile, withheld: readonly AppError[] = []): ReadyProfile {
  return { kind: 'ready', profile, withheld, isDemo: false, stop: () => undefined };
}

/** Starts the demo's services. */
export async function openDemo(
  startDemo: () => Promise<Demo>,
): Promise<ReadyProfile | UnusableProfile> {
  const demo = await startDemo();
  if (demo.profile.ok) {
    return { ...toReady(demo.profile.value), isDemo: true, stop: () => demo.stop() };
  }
  demo.stop();
  return { kind: 'unusable', error: demo.profile.error };
}
