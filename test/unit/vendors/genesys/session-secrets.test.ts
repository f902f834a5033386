import { expect, test } from 'vitest';
import type { HttpOutcome } from '../../../../main/http/http-client';
import { toError } from '../../../../main/vendors/genesys/reply';
import { createSessionSecrets } from '../../../../main/vendors/genesys/session-secrets';

const PROFILE = {
  baseUrl: 'https://gws.example.com',
  userName: 'eta',
  password: 'hush-1',
  session: 'attach',
} as const;

function answer(headers: Readonly<Record<string, string | string[]>>): HttpOutcome {
  return { kind: 'done', value: { status: 200, headers, text: '' } };
}

function clean(detail: string, ...outcomes: HttpOutcome[]): string | undefined {
  const secrets = createSessionSecrets(PROFILE);
  outcomes.forEach((outcome) => secrets.learn(outcome));
  return secrets.clean(toError('refused', detail)).detail;
}

test('the password and its encoding in the header are removed', () => {
  const basic = Buffer.from('eta:hush-1').toString('base64');
  expect(clean(`eta/hush-1 (Basic ${basic})`)).toBe('eta/[secret] (Basic [secret])');
});

test('the token and all cookies of the session are removed, including old ones', () => {
  const first = answer({
    'set-cookie': ['JSESSIONID=node0abc-1;Path=/;HttpOnly', 'AWSELB="stick-to-2"; PATH=/'],
    'x-csrf-header': 'X-CSRF-TOKEN',
    'x-csrf-token': 'token-1',
  });
  const second = answer({ 'set-cookie': 'JSESSIONID=node0abc-2' });
  expect(clean('node0abc-1 node0abc-2 stick-to-2 token-1 eta', first, second)).toBe(
    '[secret] [secret] [secret] [secret] eta',
  );
});

test('a cookie too short to be a secret is not removed from texts', () => {
  expect(clean('HTTP 401', answer({ 'set-cookie': ['route=1', 'empty='] }))).toBe('HTTP 401');
});

test('a long text is shortened to the limit of errors, with no part of a secret at its end', () => {
  const detail = clean(`${'x'.repeat(496)}hush-1${'x'.repeat(2_000)}`);
  expect(detail).toHaveLength(500);
  expect(detail).not.toContain('hush');
});

test('an error without a text stays as it is', () => {
  const secrets = createSessionSecrets(PROFILE);
  expect(secrets.clean(toError('gone'))).toEqual(toError('gone'));
});
