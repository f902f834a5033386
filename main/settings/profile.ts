import { z } from 'zod';

/**
 * The profile, version 1: who the agent is and how each vendor is reached. It holds secrets when it
 * is read from a file; see `PROFILE_SECRETS` for which fields they are.
 */

const text = z.string().min(1).max(500);

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Why a base URL cannot be used, or undefined when it can. */
function baseUrlProblem(baseUrl: string, allowInsecure: boolean): string | undefined {
  const url = parseUrl(baseUrl);
  if (url === undefined) return 'is not a URL';
  if (url.username !== '' || url.password !== '') return 'must not hold a user name or password';
  if (url.search !== '' || url.hash !== '') return 'must not hold a query or a fragment';
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

/** A vendor's section: strict, with a base URL that is checked against `allowInsecure`. */
function section<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .strictObject({ baseUrl: text, allowInsecure: z.boolean().optional(), ...shape })
    .superRefine((value, context) => {
      const { baseUrl, allowInsecure } = value as { baseUrl: string; allowInsecure?: boolean };
      const problem = baseUrlProblem(baseUrl, allowInsecure === true);
      if (problem !== undefined) {
        context.addIssue({ code: 'custom', path: ['baseUrl'], message: problem });
      }
    });
}

const agentSchema = z.strictObject({
  name: text,
  networkId: text.optional(),
  extension: text.optional(),
});

const genesysSchema = section({
  userName: text,
  password: text,
  session: z.enum(['attach', 'own']).default('attach'),
});

/** A greeting, or a place for a recording, that the agent can choose by its name. */
const namedMediaSchema = z.strictObject({ name: text, id: z.string().min(1).max(300) });

const telesocialSchema = section({
  appKey: text,
  /** What is taken where the agent chooses nothing. */
  greetingId: text.optional(),
  recordingId: text.optional(),
  greetings: z.array(namedMediaSchema).max(50).optional(),
  recordings: z.array(namedMediaSchema).max(50).optional(),
});

const bandwidthSchema = section({
  userId: text,
  apiToken: text,
  apiSecret: text,
  conferenceId: text.optional(),
});

/** What an extension can select by (Verba's vendor page, section 5), in the order in which it is tried. */
const MATCH_STATUS = /^(ongoing|next|last)(,(ongoing|next|last))*$/;

const matchSchema = z.strictObject({
  by: z.enum(['callID', 'platformCallID', 'nativeID', 'meetingID', 'extension']),
  from: z.union([
    z.enum(['id', 'callUuid', 'connId', 'agentExtension']),
    z.templateLiteral(['userData.', z.string().min(1)]),
  ]),
  status: z
    .string()
    .regex(MATCH_STATUS, 'must be ongoing, next or last, or several of them with commas between')
    .optional(),
});

const verbaSchema = section({
  apiKey: text,
  login: text.optional(),
  password: text.optional(),
  match: matchSchema.default({ by: 'nativeID', from: 'callUuid' }),
});

export const profileSchema = z
  .strictObject({
    /** Leads an editor to `docs/profile.schema.json`. */
    $schema: z.string().optional(),
    version: z.literal(1),
    agent: agentSchema,
    genesys: genesysSchema.optional(),
    telesocial: telesocialSchema.optional(),
    bandwidth: bandwidthSchema.optional(),
    verba: verbaSchema.optional(),
  })
  .superRefine((profile, context) => {
    if (profile.telesocial !== undefined && profile.agent.networkId === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['agent', 'networkId'],
        message: 'is needed to start TalkSpaces',
      });
    }
    if ((profile.verba?.login === undefined) !== (profile.verba?.password === undefined)) {
      context.addIssue({
        code: 'custom',
        path: ['verba', profile.verba?.login === undefined ? 'login' : 'password'],
        message: 'login and password go together',
      });
    }
  });

export type Profile = z.infer<typeof profileSchema>;
export type AgentProfile = Profile['agent'];
export type GenesysProfile = NonNullable<Profile['genesys']>;
export type TelesocialProfile = NonNullable<Profile['telesocial']>;
export type BandwidthProfile = NonNullable<Profile['bandwidth']>;
export type VerbaProfile = NonNullable<Profile['verba']>;

/** The fields that are secrets: encrypted at rest, never shown, never logged. */
export const PROFILE_SECRETS = {
  genesys: ['password'],
  telesocial: ['appKey'],
  bandwidth: ['apiToken', 'apiSecret'],
  verba: ['apiKey', 'password'],
} as const satisfies Partial<Record<keyof Profile, readonly string[]>>;
