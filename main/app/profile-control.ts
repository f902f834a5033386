import { dequal } from 'dequal';
import type { AppError } from '../../contract/errors';
import { fail, succeed, type Result } from '../../contract/result';
import type { Settings } from '../../contract/settings';
import type { Vendor } from '../../contract/vendors';
import type { CallStore } from '../calls/store';
import { createSerialQueue } from '../disk/serial-queue';
import type { Logger } from '../log/logger';
import type { Profile } from '../settings/profile';
import type { ProfileLibrary } from '../settings/profile-library';
import { listSecrets } from '../settings/profile-secrets';
import type { RunPreferences } from '../settings/run-preferences';
import type { StoredProfile, UnusableProfile } from '../settings/stored-profile';
import type { Arguments } from './arguments';
import type { Demo } from './demo';
import {
  openDemo,
  reopenFile,
  unseal,
  type OpenedProfile,
  type ReadyProfile,
} from './open-profile';
import { summarizeProfile, type ProfileSummary } from './profile-summary';
import type { SavedData, Session } from './session';
import { describeLines, VENDORS } from '../runtime/vendors';

/** Manages the profile in use: opens the first one, and switches to others. */
export interface ProfileControl {
  /** The session of the profile in use, or an idle session while there is none. */
  readonly session: Session;
  /** The part of the profile that the window shows. */
  readonly summary: ProfileSummary;
  /** The profile in use. */
  readonly used: Profile | undefined;
  /** The source of the profile in use. */
  readonly running: Settings['running'];
  /**
   * Opens the profile that the app was started with. May wait until the user unlocks a keyring.
   */
  begin(): Promise<void>;
  /**
   * Reads the profile again and switches to it if it has changed. Errors: those of opening a profile; then
   * nothing changes.
   */
  reload(): Promise<Result<{ readonly isReplaced: boolean }>>;
  /**
   * Replaces the profile in use with the demo until `leaveDemo`. Does not wait until a keyring is unlocked.
   * Errors: `internal`.
   */
  startDemo(): Promise<Result<null>>;
  /** Shows the active profile again if none is in use, because another one that was selected cannot be used. */
  showActive(): Promise<void>;
  /** Returns to the stored profile, or to none. */
  leaveDemo(): Promise<Result<null>>;
  /** Why this vendor has no client although the profile has a section for it. */
  problemOf(vendor: Vendor): AppError | undefined;
  stop(): Promise<void>;
}

export interface ProfileControlParts {
  readonly opened: OpenedProfile;
  readonly args: Arguments;
  readonly startDemo: () => Promise<Demo>;
  readonly profiles: Pick<ProfileLibrary, 'active'>;
  /** Switched with the profile: a demo has its own. */
  readonly preferences: Pick<RunPreferences, 'switchTo'>;
  readonly store: CallStore;
  readonly openSavedData: (profile: ReadyProfile) => Promise<SavedData>;
  /** An idle session. */
  readonly idle: Session;
  readonly createSession: (profile: Profile, saved: SavedData) => Promise<Session>;
  /** Called with values that must never be written, before they are used anywhere. */
  readonly onSecrets: (secrets: readonly string[]) => void;
  readonly logger: Logger;
}

const LOCKED: AppError = { code: 'keyring-locked' };
const DONE: Result<null> = succeed(null);
const ABANDONED = { kind: 'abandoned' } as const;

export function createProfileControl(parts: ProfileControlParts): ProfileControl {
  const { opened, args, profiles, preferences, store, openSavedData, idle } = parts;
  const { createSession, onSecrets, logger } = parts;
  let session = idle;
  let summary = summarizeProfile(opened);
  let using: ReadyProfile | undefined;
  /** The stored profile that is shown but not in use, because its secrets have not been decrypted. */
  let outline = opened.kind === 'sealed' ? opened.outline : undefined;
  let running = findOrigin(opened, args);
  /** Why the existing profile is not in use. */
  let problem = opened.kind === 'unusable' ? opened.error : undefined;
  const inTurn = createSerialQueue();
  /** Resolves when the demo is to replace a profile for which the keyring may still have to be unlocked. */
  let demoWanted = createAbandonment();
  let hasUsedAny = false;
  let isStopped = false;

  async function use(ready: ReadyProfile): Promise<void> {
    await stopUsing();
    onSecrets(listSecrets(ready.profile));
    await preferences.switchTo(ready.isDemo ? 'memory' : 'file');
    const saved = await openSavedData(ready);
    if (hasUsedAny) store.clear();
    hasUsedAny = true;
    summary = summarizeProfile(ready);
    session = await createSession(ready.profile, saved);
    using = ready;
    // The app was quit meanwhile, so nothing must connect any more.
    if (isStopped) return stopUsing();
    for (const { code, vendor = '' } of ready.withheld) {
      const state = code === 'no-secrets' ? 'signed-out' : 'error';
      store.setConnection(vendor, state, { code, vendor });
    }
    setProblem(undefined);
    session.start();
  }

  async function useNone(): Promise<void> {
    await stopUsing();
    await preferences.switchTo('file');
    summary = summarizeProfile({ kind: 'none' });
    setProblem(undefined);
    store.setLines([]);
    store.clear();
  }

  async function stopUsing(): Promise<void> {
    const stopped = session;
    session = idle;
    await stopped.stop();
    using?.stop();
    using = undefined;
    outline = undefined;
  }

  function setProblem(error: AppError | undefined): void {
    store.removeNotice(LOCKED);
    if (problem !== undefined) store.removeNotice(problem);
    problem = error;
    if (error === undefined) return;
    store.addNotice(error);
    setWaiting('error', error);
  }

  function setWaiting(state: 'signed-out' | 'error', { code }: AppError): void {
    if (outline === undefined) return;
    for (const module of VENDORS) {
      if (module.isIn(outline)) store.setConnection(module.vendor, state, { code });
    }
  }

  function onLocked(): void {
    if (using !== undefined) return;
    store.addNotice(LOCKED);
    setWaiting('signed-out', LOCKED);
  }

  function openSealed(
    sealed: Extract<StoredProfile, { kind: 'sealed' }>,
  ): Promise<ReadyProfile | UnusableProfile | typeof ABANDONED> {
    return Promise.race([demoWanted.whenAbandoned, sealed.open(onLocked).then(unseal)]);
  }

  async function begin(): Promise<void> {
    const first = opened.kind === 'sealed' ? await openSealed(opened) : opened;
    if (first.kind === 'ready') await use(first);
    else if (first.kind === 'unusable') setProblem(first.error);
  }

  async function reload(): Promise<Result<{ isReplaced: boolean }>> {
    if (args.isSmoke || running === 'demo') return succeed({ isReplaced: false });
    const reopened = await reopen();
    if (reopened.kind === 'abandoned') return succeed({ isReplaced: false });
    if (reopened.kind === 'none') {
      const isReplaced = summary.hasProfile;
      if (isReplaced) await useNone();
      return succeed({ isReplaced });
    }
    if (reopened.kind === 'unusable') {
      if (using === undefined) {
        if (!summary.hasProfile) summary = summarizeProfile(reopened);
        setProblem(reopened.error);
      }
      return fail(reopened.error);
    }
    if (using !== undefined && isSame(using, reopened)) return succeed({ isReplaced: false });
    logger.info('Another profile takes the place of the one before');
    await use(reopened);
    return succeed({ isReplaced: true });
  }

  async function reopen(): Promise<
    ReadyProfile | UnusableProfile | typeof ABANDONED | { readonly kind: 'none' }
  > {
    if (running === 'file' && args.profile !== undefined) return reopenFile(args.profile);
    const stored = await (await profiles.active()).load();
    if (using === undefined) showOutline(stored);
    return stored.kind === 'sealed' ? openSealed(stored) : stored;
  }

  /** Unlocking the keyring may take a while, so the window shows the profile before. */
  function showOutline(stored: StoredProfile): void {
    const found = stored.kind === 'sealed' ? stored.outline : undefined;
    if (dequal(found, outline)) return;
    store.clear();
    outline = found;
    if (found === undefined) return;
    summary = summarizeProfile(stored);
    store.setLines(describeLines(found));
  }

  async function showActive(): Promise<void> {
    if (using !== undefined) return;
    showOutline(await (await profiles.active()).load());
    setProblem(problem);
  }

  async function startDemo(): Promise<Result<null>> {
    if (running === 'demo') return DONE;
    const demo = await openDemo(parts.startDemo);
    if (demo.kind === 'unusable') return fail(demo.error);
    demoWanted.abandon();
    return inTurn(async () => {
      demoWanted = createAbandonment();
      // It was started twice.
      if (running === 'demo') demo.stop();
      else await use(demo);
      running = 'demo';
      return DONE;
    });
  }

  async function leaveDemo(): Promise<Result<null>> {
    if (running !== 'demo') return DONE;
    await useNone();
    running = args.profile === undefined ? 'stored' : 'file';
    const reloaded = await reload();
    return reloaded.ok ? DONE : reloaded;
  }

  return {
    get session() {
      return session;
    },
    get summary() {
      return summary;
    },
    get used() {
      return using?.profile;
    },
    get running() {
      return running;
    },
    begin: () => inTurn(begin),
    reload: () => inTurn(reload),
    startDemo,
    showActive: () => inTurn(showActive),
    leaveDemo: () => inTurn(leaveDemo),
    problemOf: (vendor) => using?.withheld.find((error) => error.vendor === vendor) ?? problem,
    stop: () => {
      isStopped = true;
      return stopUsing();
    },
  };
}

function createAbandonment(): {
  readonly whenAbandoned: Promise<typeof ABANDONED>;
  readonly abandon: () => void;
} {
  let abandon = (): void => undefined;
  const whenAbandoned = new Promise<typeof ABANDONED>((resolve) => {
    abandon = () => resolve(ABANDONED);
  });
  return { whenAbandoned, abandon };
}

function findOrigin(opened: OpenedProfile, args: Arguments): Settings['running'] {
  if (opened.kind === 'ready' && opened.isDemo) return 'demo';
  return args.profile === undefined ? 'stored' : 'file';
}

function isSame(one: ReadyProfile, other: ReadyProfile): boolean {
  return dequal([one.profile, one.withheld], [other.profile, other.withheld]);
}
