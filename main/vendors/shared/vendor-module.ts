import type { LineDescriptor } from '../../../contract/lines';
import type { Vendor } from '../../../contract/vendors';
import type { LinePort, RecorderPort, VendorPort } from '../../calls/ports';
import type { HttpClient } from '../../http/http-client';
import type { AgentProfile, Profile } from '../../settings/profile';
import type { VendorOptions } from './vendor-options';

/** A vendor's client: what is started and stopped, and what it is for. */
export interface VendorClient {
  readonly port: VendorPort;
  readonly line?: LinePort;
  readonly recorder?: RecorderPort;
}

/** What a vendor's client is made with. */
export interface ClientOptions<Section> extends Omit<VendorOptions<Section>, 'http'> {
  /** A new HTTP client, which the vendor's client closes when it stops. */
  readonly createHttp: (options?: { readonly withCookies?: boolean }) => HttpClient;
  /** Conferences that were open when the app last ended, on any line, by our ids of them. */
  readonly leftOpen: readonly string[];
}

/** A vendor as the app knows it, whatever is in its section of the profile. */
export interface VendorModule<AnyProfile extends Profile = Profile> {
  readonly vendor: Vendor;
  /** Whether the profile has a section for it. */
  isIn(profile: AnyProfile): boolean;
  /** Its line, if it has one and the profile has a section for it. Known before its client is loaded. */
  describeLine(profile: AnyProfile): LineDescriptor | undefined;
  /** Loads its client's code and makes the client; undefined without a section. */
  createClient(
    profile: AnyProfile,
    options: Omit<ClientOptions<unknown>, 'profile'>,
  ): Promise<VendorClient | undefined>;
}

export interface VendorDefinition<Section, AnyProfile extends Profile> {
  readonly vendor: Vendor;
  readonly sectionOf: (profile: AnyProfile) => Section | undefined;
  readonly describeLine?: (section: Section, agent: AgentProfile) => LineDescriptor;
  /** Imports the client when it is needed: the first paint waits for no vendor's code. */
  readonly loadClient: () => Promise<(options: ClientOptions<Section>) => VendorClient>;
}

export function defineVendor<Section, AnyProfile extends Profile = Profile>(
  definition: VendorDefinition<Section, AnyProfile>,
): VendorModule<AnyProfile> {
  const { vendor, sectionOf, describeLine, loadClient } = definition;
  return {
    vendor,
    isIn: (profile) => sectionOf(profile) !== undefined,
    describeLine: (profile) => {
      const section = sectionOf(profile);
      return section && describeLine?.(section, profile.agent);
    },
    createClient: async (profile, options) => {
      const section = sectionOf(profile);
      if (section === undefined) return undefined;
      const create = await loadClient();
      return create({ ...options, profile: section });
    },
  };
}
