import { randomBytes, randomUUID } from 'node:crypto';
import type { GivenProfile } from './given-profile';
import type { Profile, TwilioProfile } from './types';

function lowerCaseId(prefix: string): string {
  return `${prefix}-${[...randomBytes(17)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32]).join('')}`;
}

/** Creates a profile with secrets for this run only, except those given. */
export function makeProfile(
  origin: string,
  agent: Partial<Profile['agent']> = {},
  given?: GivenProfile,
): Profile {
  const complete = { name: 'Eta', networkId: 'eta', extension: '15000', ...given?.agent, ...agent };
  const made = makeSections(complete);
  return {
    version: 1,
    agent: complete,
    genesys: { ...made.genesys, ...given?.genesys, baseUrl: origin },
    telesocial: {
      ...made.telesocial,
      // Generated media would be offered next to the given ones.
      ...(given?.telesocial && { greetings: [], recordings: [], ...given.telesocial }),
      baseUrl: origin,
    },
    bandwidth: { ...made.bandwidth, ...given?.bandwidth, baseUrl: origin },
    verba: {
      ...made.verba,
      ...given?.verba,
      baseUrl: `${origin}${verbaPath(given?.verba?.baseUrl)}`,
    },
  };
}

/** Creates Twilio's account, with secrets for this run only. */
export function makeTwilioProfile(origin: string, given?: GivenProfile): TwilioProfile {
  const hex = (): string => randomBytes(16).toString('hex');
  if (given?.twilio !== undefined) return { ...given.twilio, baseUrl: origin };
  return {
    baseUrl: origin,
    accountSid: `AC${hex()}`,
    apiKeySid: `SK${hex()}`,
    apiKeySecret: randomBytes(24).toString('base64url'),
    authToken: hex(),
    number: '+14155550100',
    agentNumber: '+14155550115',
  };
}

/** The profile for a client: the given sections, or all, with the addresses of this run. */
export function toClientProfile(
  profile: Profile,
  twilio: TwilioProfile,
  given?: GivenProfile,
): Record<string, unknown> {
  if (given === undefined) return { ...profile, twilio };
  const sections = (['genesys', 'telesocial', 'bandwidth', 'verba'] as const)
    .filter((vendor) => given[vendor] !== undefined)
    .map((vendor) => [vendor, { ...given[vendor], baseUrl: profile[vendor].baseUrl }] as const);
  return {
    ...given,
    agent: profile.agent,
    ...Object.fromEntries(sections),
    ...(given.twilio && { twilio }),
  };
}

function verbaPath(baseUrl: string | undefined): string {
  const path = baseUrl === undefined ? '/' : new URL(baseUrl).pathname.replace(/\/+$/, '');
  return path.length > 1 ? path : '/verba/api';
}

function makeSections(agent: Profile['agent']) {
  const secret = (): string => randomBytes(15).toString('base64url');
  const mediaId = (): string => randomBytes(16).toString('hex');
  const [greetingId, recordingId] = [mediaId(), mediaId()];
  return {
    genesys: {
      userName: agent.networkId,
      password: secret(),
      session: 'attach' as const,
    },
    telesocial: {
      appKey: randomUUID(),
      greetingId,
      recordingId,
      greetings: [
        { name: 'Welcome', id: greetingId },
        { name: 'Urgent', id: mediaId() },
      ],
      recordings: [
        { name: 'Team calls', id: recordingId },
        { name: 'Training', id: mediaId() },
      ],
    },
    bandwidth: {
      userId: lowerCaseId('u'),
      apiToken: lowerCaseId('t'),
      apiSecret: secret(),
      conferenceId: lowerCaseId('conf'),
    },
    verba: {
      apiKey: randomUUID(),
      login: agent.networkId,
      password: secret(),
      match: { by: 'nativeID', from: 'callUuid' } as const,
    },
  };
}
