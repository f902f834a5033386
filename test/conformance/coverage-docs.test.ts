import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { describeCoverage } from '../support/coverage';

const FILE = 'docs/coverage.md';

test('docs/coverage.md names the tests for each operation, or why it is not sent', async () => {
  const expected = await format(await describeCoverage(), { parser: 'markdown', printWidth: 100 });
  if (process.env.SIDETONE_UPDATE_DOCS === '1') await writeFile(FILE, expected);
  expect(await readFile(FILE, 'utf8')).toBe(expected);
  expect(expected).not.toMatch(/\| *\|/);
});
