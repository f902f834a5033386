import { expect, it } from 'vitest';
import { bindSecrets, openBoundSecrets } from '../../../main/settings/bound-secrets';

const OPEN = { genesys: { baseUrl: 'https://gws.example.com', userName: 'eta' } };
const SECRETS = { genesys: { password: 'hush-1' } };

it('secrets are usable with the address and the name that they were stored for', () => {
  const bound: unknown = JSON.parse(bindSecrets(OPEN, SECRETS));
  expect(openBoundSecrets(OPEN, bound)).toEqual({ secrets: SECRETS, changed: [] });
});

it('secrets are not usable if they were changed without the digest, as in a ciphertext', () => {
  const changed: unknown = JSON.parse(bindSecrets(OPEN, SECRETS).replace('hush-1', 'hush-2'));
  expect(openBoundSecrets(OPEN, changed)).toEqual({ secrets: {}, changed: ['genesys'] });
});
