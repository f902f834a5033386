import type { AppError } from '../../contract/errors';
import { listHostedLines } from '../../contract/find-lines';
import type { CallStore, StoreState } from '../calls/store';
import type { Logger } from '../log/logger';
import { describeLines } from '../runtime/vendors';
import type { PreferencesStore } from '../settings/preferences';
import { listSecrets } from '../settings/profile-secrets';
import { openContacts } from './open-contacts';
import { openHistory } from './open-history';
import type { ReadyProfile } from './open-profile';
import { toIdentityKeys } from './profile-summary';
import type { SavedData } from './session';

export interface OpenSavedDataParts {
  /** The app's data folder. */
  readonly folder: string;
  readonly preferences: Pick<PreferencesStore, 'current' | 'update'>;
  readonly store: Pick<CallStore, 'getState' | 'addNotice' | 'removeNotice' | 'renew'>;
  readonly logger: Logger;
}

/** Opens the history and the contacts. In a demo, nothing is read from or written to disk. */
export async function openSavedData(
  { profile, isDemo }: ReadyProfile,
  { folder, preferences, store, logger }: OpenSavedDataParts,
): Promise<SavedData> {
  function onProblem(problem: AppError): void {
    store.addNotice(problem);
    logger.warn('A problem with the saved data', { problem });
  }
  const lines = describeLines(profile);
  const common = { folder, isInMemory: isDemo, onProblem };
  const contacts = openContacts({ ...common, profile, onChange: () => store.renew() });
  const history = await openHistory({
    ...common,
    readNames: () => contacts.readNames(),
    preferences,
    hasFullNumbers: profile.history?.numbers !== 'masked',
    identityKeys: toIdentityKeys(profile.agent),
    telephoneLines: lines.filter(({ kind }) => kind === 'telephone').map(({ line }) => line),
    hostedLines: listHostedLines({ lines }).map(({ line }) => line),
    isOngoing: (callId) => {
      const { calls, earlier, connections } = store.getState();
      const call = calls.known.get(callId);
      // Until all services have answered, a call of the run before may still be going on.
      if (call === undefined) return earlier.ongoing.has(callId) && !areConnected(connections);
      // Nobody is in a conference that is waiting.
      return call.endedAt === undefined && call.state !== 'waiting';
    },
    secrets: listSecrets(profile),
    onRecovered: (problem) => store.removeNotice(problem),
    logger,
  });
  return { ...history, contacts };
}

function areConnected(connections: StoreState['connections']): boolean {
  return [...connections.values()].every(({ state }) => state === 'connected');
}
