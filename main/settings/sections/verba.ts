import { z } from 'zod';
import { isWellFormed } from '../../../contract/text';
import { basicUserName, BROKEN_CHARACTER, text } from '../profile-text';
import { asFields, sectionSchema, type ProfileSection } from '../section';

/** The calls that an extension can select (Verba's doc:DeleteCall), in the order of preference. */
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
    .regex(MATCH_STATUS, 'must be ongoing, next or last, or several of them, separated by commas')
    .optional(),
});

const schema = sectionSchema({
  apiKey: text,
  login: basicUserName.optional(),
  password: text.optional(),
  match: matchSchema.default({ by: 'nativeID', from: 'callUuid' }),
});

export const verbaSection = {
  schema,
  secrets: ['apiKey', 'password'],
  destination: ['baseUrl', 'allowInsecure', 'login'],
  basicCredentials: [['login', 'password']],
  check: ({ login, password, match }, agent, report) => {
    if ((login === undefined) !== (password === undefined)) {
      const missing = login === undefined ? 'login' : 'password';
      report(['verba', missing], 'login and password go together');
    }
    if (asFields(match).from === 'agentExtension' && agent.extension === undefined) {
      report(['agent', 'extension'], 'is required, since verba.match.from is "agentExtension"');
    }
  },
} as const satisfies ProfileSection;

export type VerbaProfile = z.infer<typeof schema>;
