import { z } from 'zod';
import { isWellFormed } from '../../contract/text';

/**
 * The profile, version 1: who the agent is and how each vendor is reached. `PROFILE_SECRETS` lists the
 * fields that are secrets.
 */

const BROKEN_CHARACTER = 'contains an incomplete character; type it again';

function textOf(maxLength: number) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/\S/, 'must not be blank')
    .refine(isWellFormed, BROKEN_CHARACTER);
}

const text = textOf(500);

/** The part before the colon in Basic authentication (RFC 7617), so it cannot contain one. */
const basicUserName = text.refine((name) => !name.includes(':'), 'must not contain a colon (:)');

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Why a base URL cannot be used, or undefined if it can. */
function baseUrlProblem(
  baseUrl: string,
  allowInsecure: boolean,
  appendedPath: string | undefined,
): string | undefined {
  const url = parseUrl(baseUrl);
  if (url === undefined) return 'is not a URL';
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password';
  if (url.search !== '' || url.hash !== '') return 'must not contain a query or a fragment';
  if (appendedPath !== undefined && url.pathname !== '/') {
    return `must not have a path: Sidetone appends ${appendedPath} itself`;
  }
  if (url.protocol === 'https:') return undefined;
  if (url.protocol !== 'http:') return 'must begin with https:';
  if (LOOPBACK_HOST.test(url.hostname) || allowInsecure) return undefined;
  return 'must begin with https: (or set "allowInsecure": true)';
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Reports all mistakes of a profile at once. A check with this option gets a value of unknown type. */
const EVEN_IF_FIELDS_ARE_WRONG = { when: () => true };

/**
 * The section of a vendor. Its base URL is checked against `allowInsecure`, and must not have a path if
 * Sidetone appends the path of the API.
 */
function section<Shape extends z.ZodRawShape>(shape: Shape, appendedPath?: string) {
  return z
    .strictObject({ baseUrl: text, allowInsecure: z.boolean().optional(), ...shape })
    .superRefine((value, context) => {
      const { baseUrl, allowInsecure } = asFields(value);
      if (typeof baseUrl !== 'string') return;
      const message = baseUrlProblem(baseUrl, allowInsecure === true, appendedPath);
      if (message !== undefined) {
        context.addIssue({ code: 'custom', path: ['baseUrl'], message });
      }
    }, EVEN_IF_FIELDS_ARE_WRONG);
}

function asFields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The keys of attached data that say who a call is with and what it is about, unless the profile says so. */
export const DEFAULT_CALLER_KEYS = ['CustomerName', 'DisplayName', 'Name'];
export const DEFAULT_REASON_KEYS = ['Subject', 'Reason', 'Queue', 'RTargetObjectSelected'];

const dataKeys = z.array(textOf(200)).max(20);

const agentSchema = z.strictObject({
  name: text,
  networkId: text.optional(),
  extension: text.optional(),
  /** The country of numbers without a country code, ISO 3166 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country of two capital letters (ISO 3166), such as "US"')
    .optional(),
  /** The keys of attached data that say who a call is with, in order of preference. */
  callerKeys: dataKeys.meta({ default: DEFAULT_CALLER_KEYS }).optional(),
  /** The keys of attached data that say what a call is about, in order of preference. */
  reasonKeys: dataKeys.meta({ default: DEFAULT_REASON_KEYS }).optional(),
});

const genesysSchema = section(
  {
    userName: basicUserName,
    password: text,
    session: z.enum(['attach', 'own']).default('attach'),
  },
  '/api/v2',
);

/** A greeting, or a destination for a recording, that the agent can choose by name. */
const namedMediaSchema = z.strictObject({ name: text, id: textOf(300) });

const telesocialSchema = section(
  {
    appKey: text,
    /** The default, if the agent chooses nothing. */
    greetingId: text.optional(),
    recordingId: text.optional(),
    greetings: z.array(namedMediaSchema).max(50).optional(),
    recordings: z.array(namedMediaSchema).max(50).optional(),
  },
  '/api/rest',
);

const bandwidthSchema = section(
  {
    userId: text,
    apiToken: basicUserName,
    apiSecret: text,
    conferenceId: text.optional(),
  },
  '/v1/users',
);

/** The calls that an extension can select (Verba's vendor page, section 5), in the order of preference. */
const MATCH_STATUS = /^(ongoing|next|last)(,(ongoing|next|last))*$/;

const matchSchema = z.strictObject({
  by: z.enum(['callID', 'platformCallID', 'nativeID', 'meetingID', 'extension']),
  from: z
    .union(
      [
        z.enum(['id', 'callUuid', 'connId', 'agentExtension']),
        z.templateLiteral(['userData.', z.string().regex(/\s*\S[\s\S]*/)]),
      ],
      'must be "id", "callUuid", "connId", "agentExtension" or "userData.KEY" with the key of attached data',
    )
    .refine(isWellFormed, BROKEN_CHARACTER),
  status: z
    .string()
    .regex(MATCH_STATUS, 'must be ongoing, next or last, or several of them with commas between')
    .optional(),
});

const verbaSchema = section({
  apiKey: text,
  login: basicUserName.optional(),
  password: text.optional(),
  match: matchSchema.default({ by: 'nativeID', from: 'callUuid' }),
});

export const profileSchema = z
  .strictObject({
    /** Points editors to `docs/profile.schema.json`. */
    $schema: z.string().optional(),
    version: z.literal(1),
    agent: agentSchema,
    genesys: genesysSchema.optional(),
    telesocial: telesocialSchema.optional(),
    bandwidth: bandwidthSchema.optional(),
    verba: verbaSchema.optional(),
    history: z
      .strictObject({
        /** Whether telephone numbers are kept in full or reduced to their last three digits. */
        numbers: z.enum(['full', 'masked']).default('full'),
      })
      .optional(),
  })
  .superRefine((profile, context) => {
    const { agent: agentFields, telesocial, verba: verbaFields } = asFields(profile);
    const agent = asFields(agentFields);
    const verba = asFields(verbaFields);
    const report = (path: string[], message: string): void => {
      context.addIssue({ code: 'custom', path, message });
    };
    if (telesocial !== undefined && agent.networkId === undefined) {
      report(['agent', 'networkId'], 'is needed to start TalkSpaces');
    }
    if ((verba.login === undefined) !== (verba.password === undefined)) {
      const missing = verba.login === undefined ? 'login' : 'password';
      report(['verba', missing], 'login and password go together');
    }
    if (asFields(verba.match).from === 'agentExtension' && agent.extension === undefined) {
      report(['agent', 'extension'], 'is needed, since verba.match.from is "agentExtension"');
    }
  }, EVEN_IF_FIELDS_ARE_WRONG);

export type Profile = z.infer<typeof profileSchema>;

export type AgentProfile = Profile['agent'];
export type GenesysProfile = NonNullable<Profile['genesys']>;
export type TelesocialProfile = NonNullable<Profile['telesocial']>;
export type BandwidthProfile = NonNullable<Profile['bandwidth']>;
export type VerbaProfile = NonNullable<Profile['verba']>;

/** The fields that are secrets. They are encrypted at rest and never shown or logged. */
export const PROFILE_SECRETS = {
  genesys: ['password'],
  telesocial: ['appKey'],
  bandwidth: ['apiToken', 'apiSecret'],
  verba: ['apiKey', 'password'],
} as const satisfies Partial<Record<keyof Profile, readonly string[]>>;

/** Where the secrets of a section are sent, and for which user. A stored secret is valid only for these. */
export const SECRET_DESTINATIONS = {
  genesys: ['baseUrl', 'allowInsecure', 'userName'],
  telesocial: ['baseUrl', 'allowInsecure'],
  bandwidth: ['baseUrl', 'allowInsecure', 'userId'],
  verba: ['baseUrl', 'allowInsecure', 'login'],
} as const satisfies Record<keyof typeof PROFILE_SECRETS, readonly string[]>;
