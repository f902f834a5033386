import fc from 'fast-check';
import { expect, it } from 'vitest';
import { redactNumbers } from '../../../main/log/redact';

const SEPARATORS = [
  ' ',
  '-',
  '/',
  '\u00a0',
  '\u202f',
  '\u2011',
  '\u2013',
  '\u2212',
  '\u200b',
  ') ',
  ' (',
  '-\u2060',
  ' - ',
  '',
  '. ',
];
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xff10];

const group = fc
  .tuple(fc.constantFrom(...ZEROS), fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }))
  .map(([zero, digits]) => digits.map((digit) => String.fromCodePoint(zero + digit)).join(''));
const written = fc
  .tuple(
    fc.constantFrom('', '+', 'tel:', 'call ', '(', '"', '\u202a', '%2B'),
    fc.array(fc.tuple(group, fc.constantFrom(...SEPARATORS)), { minLength: 3, maxLength: 8 }),
    fc.constantFrom('', '"', '\u202c', '.', ', please', ' ext. 12', ';ext=123'),
  )
  .map(([prefix, groups, suffix]) => prefix + groups.flat().join('') + suffix);

it('three digits of a number remain in any notation', () => {
  fc.assert(
    fc.property(written, (text) => {
      const digits = (from: string) => from.replace(/%2B/g, '').match(/\p{Nd}/gu) ?? [];
      fc.pre(digits(text).length >= 10);
      const redacted = redactNumbers(text);
      expect(digits(redacted)).toEqual(digits(text).slice(-3));
      expect(redacted).toHaveLength(text.length);
    }),
    { numRuns: 3_000 },
  );
});
