import { expect, test } from 'vitest';
import { wireId, wireText } from '../../../../main/vendors/shared/wire-text';

test.each([
  ['  Ann\n', 'Ann'],
  ['\u202e20051', '20051'],
  ['half \ud800', 'half \ufffd'],
  ['\u0000\u202e \t', ''],
  ['x'.repeat(100_000), 'x'.repeat(1_000)],
])('text from outside is cleaned: %j', (sent, shown) => {
  expect(wireText.parse(sent)).toBe(shown);
});

test('an ID is used exactly as sent, or not at all', () => {
  expect(wireId.parse(' a\u202eb ')).toBe(' a\u202eb ');
  for (const id of ['', '\ud800', 'x'.repeat(300)])
    expect(wireId.safeParse(id).success).toBe(false);
});
