import { z } from 'zod';
import { basicUserName, text, textOf } from '../profile-text';
import { sectionSchema, type ProfileSection } from '../section';

const E164 = /^\+[1-9]\d{6,14}$/;
const ADDRESS = /^(\+[1-9]\d{6,14}|client:\S+|sip:\S+)$/;

/** Audio to play by name: MP3, WAV or TwiML at an address that the service can reach. */
const audioSchema = z.strictObject({
  name: textOf(100),
  url: z.url({ protocol: /^https?$/, error: 'must be a web address' }).max(1_000),
});

const schema = sectionSchema(
  {
    accountSid: basicUserName,
    apiKeySid: basicUserName.optional(),
    apiKeySecret: text.optional(),
    authToken: text.optional(),
    /** `bearer`: the auth token alone, for compatible services that accept no user name. */
    signIn: z.enum(['basic', 'bearer']).optional(),
    /** The number that calls are placed from. */
    number: text.regex(E164, 'must be a number in international form, such as "+14155550100"'),
    /** Where the agent is called. */
    agentNumber: text.regex(
      ADDRESS,
      'must be a number in international form, "client:NAME" or "sip:ADDRESS"',
    ),
    /** The conference to watch, by SID or friendly name. */
    conference: textOf(200).optional(),
    /** Whether new conferences are recorded. */
    record: z.boolean().default(false),
    audio: z.array(audioSchema).max(50).optional(),
  },
  // Compatible services have other API versions in their path, so Twilio's version is appended only
  // to an address without a path.
  undefined,
  text.default('https://api.twilio.com'),
);

export const twilioSection = {
  schema,
  secrets: ['apiKeySecret', 'authToken'],
  destination: ['baseUrl', 'allowInsecure', 'accountSid', 'apiKeySid'],
  alternatives: ['apiKeySid', 'apiKeySecret', 'authToken'],
  basicCredentials: [
    ['apiKeySid', 'apiKeySecret'],
    ['accountSid', 'authToken'],
  ],
  check: ({ apiKeySid, apiKeySecret, authToken, signIn }, _agent, report) => {
    if (signIn === 'bearer') {
      if (authToken === undefined)
        report(['twilio', 'authToken'], 'is required for the sign-in bearer');
    } else if ((apiKeySid === undefined) !== (apiKeySecret === undefined)) {
      const missing = apiKeySid === undefined ? 'apiKeySid' : 'apiKeySecret';
      report(['twilio', missing], 'apiKeySid and apiKeySecret go together');
    } else if (apiKeySid === undefined && authToken === undefined) {
      report(['twilio', 'authToken'], 'is required, or apiKeySid with apiKeySecret');
    }
  },
} as const satisfies ProfileSection;

export type TwilioProfile = z.infer<typeof schema>;
