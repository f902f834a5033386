import { randomBytes, randomUUID } from 'node:crypto';
import type { Profile } from './types';

function lowerCaseId(prefix: string): string {
  return `${prefix}-${[...randomBytes(17)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32]).join('')}`;
}

/** Makes a profile whose secrets are good for this run alone. */
export function makeProfile(origin: string, agent: Partial<Profile['agent']> = {}): Profile {
  const secret = (): string => randomBytes(15).toString('base64url');
  const mediaId = (): string => randomBytes(16).toString('hex');
  const [greetingId, recordingId] = [mediaId(), mediaId()];
  const complete = { name: 'Eta', networkId: 'eta', extension: '15000', ...agent };
  return {
    version: 1,
    agent: complete,
    genesys: {
      baseUrl: origin,
      userName: complete.networkId,
      password: secret(),
      session: 'attach',
    },
    telesocial: {
      baseUrl: origin,
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
      baseUrl: origin,
      userId: lowerCaseId('u'),
      apiToken: lowerCaseId('t'),
      apiSecret: secret(),
      conferenceId: lowerCaseId('conf'),
    },
    verba: {
      baseUrl: `${origin}/verba/api`,
      apiKey: randomUUID(),
      login: complete.networkId,
      password: secret(),
      match: { by: 'nativeID', from: 'callUuid' },
    },
  };
}
