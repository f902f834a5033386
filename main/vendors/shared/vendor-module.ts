import type { LineDescriptor } from '../../../contract/lines';
import type { AppError } from '../../../contract/errors';
import { fail, type Result } from '../../../contract/result';
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
  /**
   * Asks the service one question that changes nothing, to see whether it is there and accepts the
   * profile's section. Errors: why it could not be asked, or why it refused.
   */
  test(profile: AnyProfile, options: Omit<TestOptions<unknown>, 'profile'>): Promise<Result<null>>;
}

/** What a test of the connection is made with. `http` sends each request once. */
export type TestOptions<Section> = Pick<
  VendorOptions<Section>,
  'profile' | 'agent' | 'http' | 'clock' | 'logger'
>;

export interface VendorDefinition<Section, AnyProfile extends Profile> {
  readonly vendor: Vendor;
  readonly sectionOf: (profile: AnyProfile) => Section | undefined;
  readonly describeLine?: (section: Section, agent: AgentProfile) => LineDescriptor;
  /** Imports the client when it is needed: the first paint waits for no vendor's code. */
  readonly loadClient: () => Promise<(options: ClientOptions<Section>) => VendorClient>;
  /** Imports what `test` needs. */
  readonly loadTest: () => Promise<(options: TestOptions<Section>) => Promise<Result<null>>>;
}

/** A test asks for nothing that may be gone or not allowed, so what answers so is not the service. */
function toTestError(error: AppError): AppError {
  const isForeign =
    error.code === 'not-found' ||
    error.code === 'not-allowed' ||
    (error.code === 'malformed-answer' && FOREIGN_ANSWER.test(error.detail ?? ''));
  return isForeign ? { ...error, code: 'wrong-address' } : error;
}

/** As `describeFormat` and the status of a redirect say it. */
const FOREIGN_ANSWER = /^HTTP \d|HTML instead of|not the (?:JSON|XML) of the service/;

export function defineVendor<Section, AnyProfile extends Profile = Profile>(
  definition: VendorDefinition<Section, AnyProfile>,
): VendorModule<AnyProfile> {
  const { vendor, sectionOf, describeLine, loadClient, loadTest } = definition;
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
    test: async (profile, options) => {
      const section = sectionOf(profile);
      if (section === undefined) return fail({ code: 'not-configured', vendor });
      const test = await loadTest();
      const result = await test({ ...options, profile: section });
      return result.ok ? result : fail(toTestError(result.error));
    },
  };
}
