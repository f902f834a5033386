import { systemClock } from '../../../main/time/system-clock';
import { createCallStore, type CallStore } from '../../../main/calls/store';
import { createHttpClient } from '../../../main/http/undici-client';
import type { Logger } from '../../../main/log/logger';
import type { Profile } from '../../../main/settings/profile';
import { createGenesysTelephony } from '../../../main/vendors/genesys/genesys-telephony';

/** Sidetone's client and call state for the telephone service, without Electron. */
export interface SidetoneClient {
  readonly store: CallStore;
  close(): Promise<void>;
}

const SILENT: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** @throws Error if the profile has no telephone service */
export async function connectSidetoneClient({ genesys, agent }: Profile): Promise<SidetoneClient> {
  if (genesys === undefined) throw new Error('the profile has no telephone service');
  const store = createCallStore(systemClock);
  const telephony = createGenesysTelephony({
    profile: genesys,
    agent,
    createHttp: () => createHttpClient({ vendor: 'genesys', logger: SILENT, withCookies: true }),
    clock: systemClock,
    logger: SILENT,
    listener: {
      onCallEvent: (event) => store.apply(event),
      onConnection: (state, reason) => store.setConnection('genesys', state, reason),
    },
  });
  telephony.start();
  await whenTrue(store, () => store.getState().connections.get('genesys')?.state === 'connected');
  return {
    store,
    close: async () => {
      await telephony.stop();
      store.dispose();
    },
  };
}

/** Resolves as soon as the store meets the condition. */
export function whenTrue(store: CallStore, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isSo()) {
      resolve();
      return;
    }
    const unsubscribe = store.subscribe(() => {
      if (!isSo()) return;
      unsubscribe();
      resolve();
    });
  });
}
