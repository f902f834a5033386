import { describe, expect, it } from 'vitest';
import { redactNumbers, redactSecrets } from '../../../main/log/redact';

describe('redactNumbers', () => {
  it.each([
    ['15002', '**002'],
    ['call from 15002 to 15003', 'call from **002 to **003'],
    ['sip:15002@example.com', 'sip:**002@example.com'],
    ['tel:+19703255647', 'tel:+********647'],
    ['+1 (970) 325-5647', '+* (***) ***-*647'],
    ['5647 joined', '*647 joined'],
    ['970.325.5647', '***.***.*647'],
    ['{"number":"9703255647"}', '{"number":"*******647"}'],
  ])('reduces %s to its last three digits', (text, expected) => {
    expect(redactNumbers(text)).toBe(expected);
  });

  it.each([
    'status 502',
    '2026-01-01T12:34:56.789Z',
    '2013-07-12T15:22:47-02',
    '2026-11-22',
    'http://127.0.0.1:34567/api/v2/me',
    'api.example.com:8443',
    'localhost:8080',
    '63c9b03b84e9476080f7afe9ac2aa58e',
    'a8343631-9f35-4a3a-83f0-9e81592339fb',
    'talkspace:09c8c2994baa46949756b3d01ece44a5',
    'conf-ixaagbn5wcyskisiy',
    'TRS26140192',
    'ECONNREFUSED after 3 tries',
  ])('leaves %s as it is', (text) => {
    expect(redactNumbers(text)).toBe(text);
  });
});

describe('redactSecrets', () => {
  it('takes out every occurrence, the longest secret first, and URL forms', () => {
    const text = 'key=p%40ss&x=p@ss&y=p@ss-long';
    expect(redactSecrets(text, ['p@ss', 'p@ss-long', ''])).toBe(
      'key=[secret]&x=[secret]&y=[secret]',
    );
  });

  it('leaves a text alone when there is no secret', () => {
    expect(redactSecrets('plain', [])).toBe('plain');
  });
});
