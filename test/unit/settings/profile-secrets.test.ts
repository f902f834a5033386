import { expect, test } from 'vitest';
import type { Profile } from '../../../main/settings/profile';
import { listSecrets } from '../../../main/settings/profile-secrets';

const PROFILE: Profile = {
  version: 1,
  agent: { name: 'Eta' },
  genesys: {
    baseUrl: 'https://gws.example.com',
    userName: 'eta',
    password: 'hush-1',
    session: 'attach',
  },
  bandwidth: {
    baseUrl: 'https://api.example.com',
    userId: 'u-1',
    apiToken: 'hush-2',
    apiSecret: 'hush-3',
  },
  twilio: {
    baseUrl: 'https://api.twilio.com',
    accountSid: 'AC1',
    apiKeySid: 'SK1',
    apiKeySecret: 'hush-5',
    authToken: 'hush-6',
    number: '+14155550100',
    agentNumber: '+14155550115',
    record: false,
  },
};

test('the secrets are listed as stored, and as encoded in headers', () => {
  const secrets = listSecrets(PROFILE);
  expect(secrets).toEqual(
    expect.arrayContaining(['hush-1', 'hush-2', 'hush-3', 'hush-5', 'hush-6']),
  );
  const encoded = ['hush-1', 'eta:hush-1', 'hush-2:hush-3', 'SK1:hush-5', 'AC1:hush-6'];
  for (const text of encoded) {
    expect(secrets).toContain(Buffer.from(text).toString('base64'));
  }
});

test('a recorder without a login has no credentials to list', () => {
  const verba = {
    baseUrl: 'https://recorder.example.com',
    apiKey: 'hush-4',
    match: { by: 'nativeID', from: 'callUuid' },
  } as const;
  const secrets = listSecrets({ version: 1, agent: { name: 'Eta' }, verba });
  expect(secrets).toEqual(['hush-4', Buffer.from('hush-4').toString('base64')]);
});
