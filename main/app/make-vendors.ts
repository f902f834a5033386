import type { Vendor } from '../../contract/vendors';
import type { Clock } from '../calls/clock';
import type {
  ConferencePort,
  RecorderPort,
  TalkSpacePort,
  TelephonyPort,
  VendorListener,
  VendorPort,
} from '../calls/ports';
import type { CallStore } from '../calls/store';
import { createHttpClient } from '../http/undici-client';
import type { Logger } from '../log/logger';
import type { Profile } from '../settings/profile';
import { createGenesysTelephony } from '../vendors/genesys/genesys-telephony';

/** The vendors that a profile names. */
export interface Vendors {
  readonly all: ReadonlyMap<Vendor, VendorPort>;
  readonly telephony?: TelephonyPort;
  readonly talkSpaces?: TalkSpacePort;
  readonly conference?: ConferencePort;
  readonly recorder?: RecorderPort;
}

export interface VendorParts {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

export const NO_VENDORS: Vendors = { all: new Map() };

/** Makes the client of each vendor in the profile, and tells the store that it is to be connected. */
export function makeVendors(profile: Profile, { store, clock, logger }: VendorParts): Vendors {
  function listenerOf(vendor: Vendor): VendorListener {
    store.setConnection(vendor, 'connecting');
    return {
      onCallEvent: (event) => store.apply(event),
      onConnection: (state, reason) => store.setConnection(vendor, state, reason),
    };
  }

  const all = new Map<Vendor, VendorPort>();
  let telephony: TelephonyPort | undefined;
  const { agent, genesys } = profile;

  if (genesys !== undefined) {
    telephony = createGenesysTelephony({
      profile: genesys,
      agent,
      createHttp: () => createHttpClient({ vendor: 'genesys', logger, withCookies: true }),
      clock,
      listener: listenerOf('genesys'),
      logger,
    });
    all.set('genesys', telephony);
  }
  return { all, ...(telephony && { telephony }) };
}
