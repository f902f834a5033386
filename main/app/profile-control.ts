import { dequal } from 'dequal';
import type { AppError } from '../../contract/errors';
import { fail, succeed, type Result } from '../../contract/result';
import type { Vendor } from '../../contract/vendors';
import type { CallStore } from '../calls/store';
import type { Logger } from '../log/logger';
import type { Profile } from '../settings/profile';
import { listSecrets } from '../settings/profile-secrets';
import type { ProfileStore } from '../settings/profile-store';
import type { Arguments } from './arguments';
import { reopenProfile, unseal, type OpenedProfile, type ReadyProfile } from './open-profile';
import type { KeptHistory } from './open-history';
import { summarizeProfile, type ProfileSummary } from './profile-summary';
import type { Session } from './session';
import { VENDORS } from '../runtime/vendors';

/** Manages the profile in use: opens the first one, and replaces it when another is imported. */
export interface ProfileControl {
  /** The session of the profile in use; an idle one before the first profile and between two. */
  readonly session: Session;
  /** The part of the profile that the window shows. */
  readonly summary: ProfileSummary;
  /** Opens the profile that the app was started with. May wait until somebody unlocks a keyring. */
  begin(): Promise<void>;
  /**
   * Reads the profile again and switches to it if it has changed. Errors: those of opening a profile; then
   * nothing changes.
   */
  reload(): Promise<Result<{ readonly isReplaced: boolean }>>;
  /** Why this vendor has no client although the profile has a section for it. */
  problemOf(vendor: Vendor): AppError | undefined;
  stop(): Promise<void>;
}

export interface ProfileControlParts {
  readonly opened: OpenedProfile;
  readonly args: Arguments;
  readonly profileStore: ProfileStore;
  readonly store: CallStore;
  readonly openHistory: (profile: ReadyProfile) => Promise<KeptHistory>;
  /** An idle session. */
  readonly idle: Session;
  readonly createSession: (profile: Profile, kept: KeptHistory) => Promise<Session>;
  /** Called with values that must never be written, before anything could quote them. */
  readonly onSecrets: (secrets: readonly string[]) => void;
  readonly logger: Logger;
}

const LOCKED: AppError = { code: 'keyring-locked' };

export function createProfileControl(parts: ProfileControlParts): ProfileControl {
  const { opened, args, profileStore, store, openHistory, idle, createSession } = parts;
  const { onSecrets, logger } = parts;
  let session = idle;
  let summary = summarizeProfile(opened);
  let using: ReadyProfile | undefined;
  /** Why no profile is in use although there is one. */
  let problem = opened.kind === 'unusable' ? opened.error : undefined;
  /** One change at a time. */
  let last: Promise<unknown> = Promise.resolve();

  async function use(ready: ReadyProfile): Promise<void> {
    const stopped = session;
    session = idle;
    await stopped.stop();
    using?.stop();
    onSecrets(listSecrets(ready.profile));
    const kept = await openHistory(ready);
    if (using !== undefined) store.clear();
    using = ready;
    summary = summarizeProfile(ready);
    session = await createSession(ready.profile, kept);
    for (const vendor of ready.changed) {
      store.setConnection(vendor, 'error', { code: 'address-changed', vendor });
    }
    setProblem(undefined);
    session.start();
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
    if (opened.kind !== 'sealed') return;
    for (const module of VENDORS) {
      if (module.isIn(opened.outline)) store.setConnection(module.vendor, state, { code });
    }
  }

  function onLocked(): void {
    if (using !== undefined) return;
    store.addNotice(LOCKED);
    setWaiting('signed-out', LOCKED);
  }

  async function begin(): Promise<void> {
    const first = opened.kind === 'sealed' ? unseal(await opened.open(onLocked)) : opened;
    if (first.kind === 'ready') await use(first);
    else if (first.kind === 'unusable') setProblem(first.error);
  }

  async function reload(): Promise<Result<{ isReplaced: boolean }>> {
    const reopened = await reopenProfile(args, profileStore, onLocked);
    if (reopened.kind === 'none') return succeed({ isReplaced: false });
    if (reopened.kind === 'unusable') {
      if (using === undefined) setProblem(reopened.error);
      return fail(reopened.error);
    }
    if (using !== undefined && isSame(using, reopened)) return succeed({ isReplaced: false });
    logger.info('Another profile takes the place of the one before');
    await use(reopened);
    return succeed({ isReplaced: true });
  }

  function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const result = last.then(act);
    last = result.catch(() => undefined);
    return result;
  }

  return {
    get session() {
      return session;
    },
    get summary() {
      return summary;
    },
    begin: () => inTurn(begin),
    reload: () => inTurn(reload),
    problemOf: (vendor) =>
      using?.changed.includes(vendor) ? { code: 'address-changed', vendor } : problem,
    stop: async () => {
      await session.stop();
      using?.stop();
    },
  };
}

function isSame(one: ReadyProfile, other: ReadyProfile): boolean {
  return dequal([one.profile, one.changed], [other.profile, other.changed]);
}
