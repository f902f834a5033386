import { describe, expect, test } from 'vitest';
import { cleanText, isolate, isWellFormed, removeIsolates } from '../../../contract/text';

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
  // A second call gives the same answer.
  expect(isWellFormed('a\ud800')).toBe(false);
});

describe('isolate', () => {
  test.each([
    ['Hebrew', '\u05d3\u05e0\u05d4 15002'],
    ['Arabic-Indic digits', '\u0661\u0665\u0660'],
    ['Adlam', '\u{1e900}\u{1e901}'],
  ])('isolates a name with %s from its surroundings', (_, name) => {
    expect(isolate(name)).toBe(`\u2068${name}\u2069`);
    expect(removeIsolates(`${isolate(name)} joined`)).toBe(`${name} joined`);
  });

  test.each(['Ada', '+1 (212) 555-0142', 'Zoë', '張偉'])('does not change %s', (name) => {
    expect(isolate(name)).toBe(name);
  });

  test('removes overrides', () => {
    expect(isolate('\u202e20051')).toBe('20051');
  });
});
