import type { Vendor } from '../../contract/vendors';
import type { Clock } from '../time/clock';
import type {
  ConferencePort,
  RecorderPort,
  TalkSpacePort,
  TelephonyPort,
  VendorListener,
  VendorPort,
} from '../calls/ports';
import type { CallStore } from '../calls/store';
import type { HttpClient } from '../http/http-client';
import { createHttpClient } from '../http/undici-client';
import type { HttpClientOptions } from '../http/undici-client';
import type { Network } from '../http/ways';
import type { Logger } from '../log/logger';
import type { Profile } from '../settings/profile';
import { createConferences } from '../vendors/bandwidth/conferences';
import { createGenesysTelephony } from '../vendors/genesys/genesys-telephony';
import type { VendorOptions } from '../vendors/shared/vendor-options';
import { createTalkSpaces } from '../vendors/telesocial/talkspaces';
import { createRecorder } from '../vendors/verba/recorder';
import { describeLines } from './describe-lines';

/** The clients of the vendors that a profile names. */
export interface Vendors {
  readonly telephony?: TelephonyPort;
  readonly talkSpaces?: TalkSpacePort;
  readonly conferences?: ConferencePort;
  readonly recorder?: RecorderPort;
  readonly all: ReadonlyMap<Vendor, VendorPort>;
}

export interface VendorParts {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How the vendors are reached; over undici unless a simulation has another way. */
  readonly createHttp?: (options: HttpClientOptions) => HttpClient;
  /** The computer's proxies and authorities; none where everything is on this computer. */
  readonly network?: Network;
  /** From 0 up to 1; spreads the pauses between requests. */
  readonly random?: () => number;
  /** Whether the window can be seen. */
  readonly isWatched?: () => boolean;
  /** TalkSpaces that were open when the app last ended, by their vendor's ids. */
  readonly leftOpen?: readonly string[];
}

export const NO_VENDORS: Vendors = { all: new Map() };

/** Makes the client of each vendor in the profile, and tells the store that it is to be connected. */
export function makeVendors(profile: Profile, parts: VendorParts): Vendors {
  const { store, clock, logger, createHttp = createHttpClient, random = Math.random } = parts;
  const { isWatched = () => true, network } = parts;
  const { agent, genesys, telesocial, bandwidth, verba } = profile;
  store.setLines(describeLines(profile));

  function listenTo(vendor: Vendor): VendorListener {
    store.setConnection(vendor, 'connecting');
    return {
      onCallEvent: (event) => store.apply(event),
      onConnection: (state, reason) => store.setConnection(vendor, state, reason),
    };
  }

  function optionsFor<Section>(vendor: Vendor, section: Section): VendorOptions<Section> {
    const http = createHttp({ vendor, logger, ...network });
    const listener = listenTo(vendor);
    return { profile: section, agent, http, clock, listener, logger, random, isWatched };
  }

  const telephony =
    genesys &&
    createGenesysTelephony({
      profile: genesys,
      agent,
      createHttp: () => createHttp({ vendor: 'genesys', logger, withCookies: true, ...network }),
      clock,
      listener: listenTo('genesys'),
      logger,
      random,
      isWatched,
    });
  const talkSpaces =
    telesocial &&
    createTalkSpaces({ ...optionsFor('telesocial', telesocial), leftOpen: parts.leftOpen ?? [] });
  const conferences = bandwidth && createConferences(optionsFor('bandwidth', bandwidth));
  const recorder = verba && createRecorder(optionsFor('verba', verba));

  return {
    ...(telephony && { telephony }),
    ...(talkSpaces && { talkSpaces }),
    ...(conferences && { conferences }),
    ...(recorder && { recorder }),
    all: new Map([
      ...entryOf('genesys', telephony),
      ...entryOf('telesocial', talkSpaces),
      ...entryOf('bandwidth', conferences),
      ...entryOf('verba', recorder),
    ]),
  };
}

function entryOf(vendor: Vendor, port: VendorPort | undefined): [Vendor, VendorPort][] {
  return port === undefined ? [] : [[vendor, port]];
}
