import type { LineDescriptor } from '../../../contract/lines';
import type { AppError } from '../../../contract/errors';
import { fail, type Result } from '../../../contract/result';
import type { Vendor } from '../../../contract/vendors';
import type { LinePort, RecorderPort, VendorPort } from '../../calls/ports';
import type { HttpClient } from '../../http/http-client';
import type { AgentProfile, Profile } from '../../settings/profile';
import type { VendorOptions } from './vendor-options';

/** A vendor's client: the parts to start and stop, and its line or recorder. */
export interface VendorClient {
  readonly port: VendorPort;
  readonly line?: LinePort;
  readonly recorder?: RecorderPort;
}

/** The options of a vendor's client. */
export interface ClientOptions<Section> extends Omit<VendorOptions<Section>, 'http'> {
  /** A new HTTP client, which the vendor's client closes when it stops. */
  readonly createHttp: (options?: { readonly withCookies?: boolean }) => HttpClient;
  /** Conferences that were open when the app last ended, on any line, by Sidetone's ids. */
  readonly leftOpen: readonly string[];
}

/** A vendor, in the form that the rest of the app uses. */
export interface VendorModule<AnyProfile extends Profile = Profile> {
  readonly vendor: Vendor;
  /** Whether the profile has a section for it. */
  isIn(profile: AnyProfile): boolean;
  /** Its line, if it has one and the profile has a section for it. Known before its client is loaded. */
  describeLine(profile: AnyProfile): LineDescriptor | undefined;
  /** Loads the client's code and creates the client; undefined without a section. */
  createClient(
    profile: AnyProfile,
    options: Omit<ClientOptions<unknown>, 'profile'>,
  ): Promise<VendorClient | undefined>;
  /**
   * Sends one request that changes nothing, to check whether the service is available and accepts the
   * profile's section. Errors: why it could not be reached, or why it refused.
   */
  test(profile: AnyProfile, options: Omit<TestOptions<unknown>, 'profile'>): Promise<Result<null>>;
}

/** The options of a connection test. `http` sends each request once. */
export type TestOptions<Section> = Pick<
  VendorOptions<Section>,
  'profile' | 'agent' | 'http' | 'clock' | 'logger'
>;

export interface VendorDefinition<Section, AnyProfile extends Profile> {
  readonly vendor: Vendor;
  readonly sectionOf: (profile: AnyProfile) => Section | undefined;
  readonly describeLine?: (section: Section, agent: AgentProfile) => LineDescriptor;
  /** Imports the client when it is needed, so that the first paint does not wait for it. */
  readonly loadClient: () => Promise<(options: ClientOptions<Section>) => VendorClient>;
  /** Imports the connection test. */
  readonly loadTest: () => Promise<(options: TestOptions<Section>) => Promise<Result<null>>>;
}

/**
 * A test requests nothing that may be gone or not allowed, so a server with such an answer is not the
 * service.
 */
function toTestError(error: AppError): AppError {
  const isForeign =
    error.code === 'not-found' ||
    error.code === 'not-allowed' ||
    (error.code === 'malformed-answer' && FOREIGN_ANSWER.test(error.detail ?? ''));
  return isForeign ? { ...error, code: 'wrong-address' } : error;
}

/** The texts of `describeFormat` and of a redirect's status. */
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
