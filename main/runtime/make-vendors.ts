import type { Vendor } from '../../contract/vendors';
import type { Clock } from '../time/clock';
import type { LineClient, RecorderPort, VendorListener, VendorPort } from '../calls/ports';
import type { CallStore } from '../calls/store';
import type { HttpClient } from '../http/http-client';
import { createHttpClient } from '../http/undici-client';
import type { HttpClientOptions } from '../http/undici-client';
import type { Network } from '../http/connection-pool';
import type { Logger } from '../log/logger';
import type { Profile } from '../settings/profile';
import { reportBug } from '../vendors/shared/report-bug';
import type { VendorModule } from '../vendors/shared/vendor-module';
import { describeLines, VENDORS } from './vendors';

/** The clients of the vendors that a profile names. */
export interface Vendors {
  readonly lines: readonly LineClient[];
  readonly recorders: readonly RecorderPort[];
  readonly all: ReadonlyMap<Vendor, VendorPort>;
  /**
   * Ignores all further reports of the clients, because the store may belong to another profile.
   */
  detach(): void;
}

export interface VendorParts<AnyProfile extends Profile = Profile> {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The available vendors; by default all of the app's. Tests use others. */
  readonly modules?: readonly VendorModule<AnyProfile>[];
  /** Creates the HTTP clients; with undici by default. Simulations use others. */
  readonly createHttp?: (options: HttpClientOptions) => HttpClient;
  /** The computer's proxies and CA certificates; none if all services are on this computer. */
  readonly network?: Network;
  /** From 0 up to 1; spreads the delays between requests. */
  readonly random?: () => number;
  /** Whether the window can be seen. */
  readonly isWatched?: () => boolean;
  /** Conferences that were open when the app was last quit, by the ids of their calls. */
  readonly leftOpen?: readonly string[];
}

export const NO_VENDORS: Vendors = {
  lines: [],
  recorders: [],
  all: new Map(),
  detach: () => undefined,
};

/**
 * Loads and creates the client of each vendor in the profile, and adds their connections and lines
 * to the store.
 */
export async function makeVendors<AnyProfile extends Profile>(
  profile: AnyProfile,
  parts: VendorParts<AnyProfile>,
): Promise<Vendors> {
  const { store, clock, logger, createHttp = createHttpClient, random = Math.random } = parts;
  const { isWatched = () => true, leftOpen = [], network, modules = VENDORS } = parts;

  let isDetached = false;

  function listenTo(vendor: Vendor): VendorListener {
    return {
      onCallEvent(event) {
        if (!isDetached) store.apply(event);
      },
      onConnection(state, reason) {
        if (!isDetached) store.setConnection(vendor, state, reason);
      },
    };
  }

  const used = modules.filter((module) => module.isIn(profile));
  store.setLines(describeLines(profile, used));
  for (const { vendor } of used) store.setConnection(vendor, 'connecting');
  const made = await Promise.all(
    used.map(async (module) => {
      const { vendor } = module;
      try {
        const client = await module.createClient(profile, {
          agent: profile.agent,
          createHttp: (options) => createHttp({ vendor, logger, ...options, ...network }),
          clock,
          listener: listenTo(vendor),
          logger,
          random,
          isWatched,
          leftOpen,
        });
        return client === undefined ? [] : [{ ...client, module }];
      } catch (error) {
        // The other vendors can be used without it.
        reportBug(logger, `${vendor} client`, error);
        store.setConnection(vendor, 'error', { code: 'internal', vendor });
        return [];
      }
    }),
  );
  const clients = made.flat();
  return {
    lines: clients.flatMap(({ module, line }) => {
      const descriptor = module.describeLine(profile);
      return line === undefined || descriptor === undefined ? [] : [{ descriptor, port: line }];
    }),
    recorders: clients.flatMap(({ recorder }) => recorder ?? []),
    all: new Map(clients.map(({ module, port }) => [module.vendor, port])),
    detach() {
      isDetached = true;
    },
  };
}
