import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createNumbers } from '../../../main/numbers/numbers';

const PIECES = [
  ...Array.from('0123456789+()[]-./ ,;x#*~@\n\u00a0\u200b\u202e\u0661\uff11'),
  'tel:',
  'callto:',
  'ext',
  '%2B',
  '(0)',
  ';ext=',
];

it('every input is dialed with the same digits, or rejected', () => {
  const typed = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 40 })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(typed, fc.constantFrom(undefined, 'US', 'GB', 'IT', 'XX'), (text, country) => {
      const numbers = createNumbers(country);
      const dialable = numbers.toDialable(text);
      if (!dialable.ok) {
        expect(dialable.error).toMatchObject({ code: 'bad-input' });
        return;
      }
      expect(dialable.value).not.toBe('');
      expect(dialable.value).not.toMatch(/[\p{Cf}\n]/u);
      // Parsing the result gives the same result.
      expect(numbers.toDialable(dialable.value)).toEqual(dialable);
      expect(typeof numbers.keyOf(text)).toBe('string');
    }),
    { numRuns: 2_000 },
  );
});
