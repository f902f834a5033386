import { describe, expect, test } from 'vitest';
import { cleanText, isolate, isWellFormed } from '../../../contract/text';

describe('cleanText', () => {
  test.each([
    ['an override is removed', '\u202elive', 'live'],
    ['isolates and marks are removed', '\u2067a\u2069\u200eb\u200f\u061c', 'ab'],
    ['a lone surrogate is replaced', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['line breaks and tabs become one space', 'a\r\n\tb\u2028c', 'a b c'],
    ['other control characters are removed', 'a\u0000\u001b[1m\u009fb', 'a[1mb'],
    ['joiners and whole emoji stay', '👩‍🚀 نمی\u200cخواهم', '👩‍🚀 نمی\u200cخواهم'],
  ])('%s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });
});

test('isWellFormed finds half a character', () => {
  expect(isWellFormed('a\ud800')).toBe(false);
  expect(isWellFormed('\udc00a')).toBe(false);
  expect(isWellFormed('👩‍🚀 é')).toBe(true);
  // Asked again, the answer is the same.
  expect(isWellFormed('a\ud800')).toBe(false);
});

test('isolate keeps a name within its own place', () => {
  expect(isolate('\u202eevil')).toBe('\u2068evil\u2069');
});
