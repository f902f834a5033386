import { describe, expect, it } from 'vitest';
import { redactNumbers, redactSecrets } from '../../../main/log/redact';
import { readTokens } from '../../../main/log/number-tokens';
import { redactTokens } from '../../../main/log/redact-numbers';

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
    ['01.23.45.67.89', '**.**.**.*7.89'],
    ['01.23.45.67', '**.**.*5.67'],
    ['+33\u00a01\u00a023\u00a045\u00a067\u00a089', '+**\u00a0*\u00a0**\u00a0**\u00a0*7\u00a089'],
    ['+33 (0)1 23 45 67 89', '+** (*)* ** ** *7 89'],
    ['+44 (0) 1632 960001', '+** (*) **** ***001'],
    ['01632 960001', '***** ***001'],
    ['+91 98765 43210', '+** ***** **210'],
    ['\u202a+12125550142\u202c', '\u202a+********142\u202c'],
    ['1212\u200b555\u20600142', '****\u200b***\u2060*142'],
    ['212\u2011555\u20110142', '***\u2011***\u2011*142'],
    ['212\u2013555\u22120142', '***\u2013***\u2212*142'],
    ['212 - 555 - 0142', '*** - *** - *142'],
    ['\u0660\u0661\u0662\u0663\u0664\u0665', '***\u0663\u0664\u0665'],
    ['\uff10\uff13\uff0d\uff11\uff12\uff13\uff14', '**\uff0d*\uff12\uff13\uff14'],
    ['\uff0b\uff11 \uff08\uff12\uff11\uff12\uff09 555 0142', '\uff0b* \uff08***\uff09 *** *142'],
    ['(212) 555-0142 ext. 12', '(***) ***-***2 ext. 12'],
    ['(212) 555-0142, ext 1234', '(***) ***-****, ext *234'],
    ['+12125550142x12', '+**********2x12'],
    ['01 23 45 67 89x12', '** ** ** ** *9x12'],
    ['tel:+1-212-555-0142;ext=12', 'tel:+*-***-***-***2;ext=12'],
    ['15002;ext=12', '****2;ext=12'],
    ['+12125550142,,12#', '+**********2,,12#'],
    ['callto:15002', 'callto:**002'],
    ['/talkspaces/%2B12125550142', '/talkspaces/%2B********142'],
    ['2026-11-22 12125550142', '2026-11-22 ********142'],
    ['2125-55-0142', '****-**-*142'],
    ['15002 2026-11-22', '**002 2026-11-22'],
    ['+192.168.10.20', '+***.***.*0.20'],
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
    'proxy 10.0.0.1, then 10.0.0.2:3128.',
    '10.0.0.1-10.0.0.9',
    'took 12 s, 3 - 4 tries, 12:34:56',
    '1920x1080',
    '10 - 20 calls',
    'localhost:8080',
    '63c9b03b84e9476080f7afe9ac2aa58e',
    'a8343631-9f35-4a3a-83f0-9e81592339fb',
    'talkspace:09c8c2994baa46949756b3d01ece44a5',
    'conf-ixaagbn5wcyskisiy',
    'TRS26140192',
    'ECONNREFUSED after 3 tries',
  ])('leaves %s unchanged', (text) => {
    expect(redactNumbers(text)).toBe(text);
  });
});

describe('the time that redactNumbers takes', () => {
  const HOSTILE = [
    '-',
    '1-',
    '1 ',
    '1.',
    '1 - ',
    'a-',
    '1a-',
    '(',
    '1(',
    '\u200b',
    '1\u200b',
    '%41',
    '1x1',
    ':',
    'a.bc:',
    '2026-01-',
    '+1,',
    '1;ext=',
    '\u0661',
  ];

  it.each(HOSTILE)('is proportional to the length of repeated %j', (piece) => {
    const steps = [1_000, 2_000].map((times) => countSteps(piece.repeat(times)));
    expect(steps[1]! / steps[0]!).toBeLessThan(2.1);
  });

  /** Counts how often pieces of the text are read. */
  function countSteps(text: string): number {
    let steps = 0;
    const tokens = new Proxy(readTokens(text), {
      get(target, key) {
        steps += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
    expect(redactTokens(text, tokens)).toBe(redactNumbers(text));
    return steps;
  }
});

describe('redactSecrets', () => {
  it('removes every occurrence, the longest secret first, and URL-encoded forms', () => {
    const text = 'key=p%40ss&x=p@ss&y=p@ss-long';
    expect(redactSecrets(text, ['p@ss', 'p@ss-long', ''])).toBe(
      'key=[secret]&x=[secret]&y=[secret]',
    );
  });

  it('removes overlapping occurrences together', () => {
    expect(redactSecrets('xabcdx', ['abc', 'bcd'])).toBe('x[secret]x');
    expect(redactSecrets('xaaaax', ['aaa'])).toBe('x[secret]x');
  });

  it('does not search its own output', () => {
    const secrets = Array.from('secret');
    expect(redactSecrets('s-e-c', secrets)).toBe('[secret]-[secret]-[secret]');
  });

  it('removes a secret that cannot be URL-encoded', () => {
    expect(redactSecrets('a \ud800 b', ['\ud800'])).toBe('a [secret] b');
  });

  it('leaves a text without secrets unchanged', () => {
    expect(redactSecrets('plain', [])).toBe('plain');
  });
});
