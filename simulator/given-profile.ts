import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { InputError, parseInput, parseJson } from './input';

const text = z.string().min(1);
const media = z.looseObject({ name: text, id: text });

/** The part of a profile that the services know; the rest is passed on. */
const profileSchema = z.looseObject({
  version: z.literal(1),
  agent: z
    .looseObject({
      name: text.exactOptional(),
      networkId: text.exactOptional(),
      extension: text.exactOptional(),
    })
    .exactOptional(),
  genesys: z
    .looseObject({
      userName: text,
      password: text,
      session: z.enum(['attach', 'own']).exactOptional(),
    })
    .exactOptional(),
  telesocial: z
    .looseObject({
      appKey: text,
      greetingId: text.exactOptional(),
      recordingId: text.exactOptional(),
      greetings: z.array(media).exactOptional(),
      recordings: z.array(media).exactOptional(),
    })
    .exactOptional(),
  bandwidth: z
    .looseObject({
      userId: text,
      apiToken: text,
      apiSecret: text,
      conferenceId: text.exactOptional(),
    })
    .exactOptional(),
  twilio: z
    .looseObject({
      accountSid: text,
      apiKeySid: text.exactOptional(),
      apiKeySecret: text.exactOptional(),
      authToken: text.exactOptional(),
      number: text,
      agentNumber: text,
    })
    .exactOptional(),
  verba: z
    .looseObject({
      /** The path depends on the installation, and is served. */
      baseUrl: z.url().exactOptional(),
      apiKey: text,
      login: text.exactOptional(),
      password: text.exactOptional(),
    })
    .exactOptional(),
});

export type GivenProfile = z.infer<typeof profileSchema>;

/**
 * Reads the profile whose credentials, media and ids will be served.
 *
 * @throws InputError if it cannot be read or a field is wrong
 */
export function loadProfile(file: string): GivenProfile {
  let content;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    throw new InputError(`profile: "${file}" cannot be read`);
  }
  return parseInput(profileSchema, parseJson(content, `profile: "${file}"`), '');
}
