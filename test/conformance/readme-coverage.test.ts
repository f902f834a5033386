import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { describeCoverage } from '../support/coverage';

const BEGIN = '<!-- What is covered: begin -->';
const END = '<!-- What is covered: end -->';

test('the README says of each operation what proves it, or why it is not sent', async () => {
  const readme = await readFile('README.md', 'utf8');
  const [before = '', rest = ''] = readme.split(BEGIN);
  const after = rest.split(END)[1] ?? '';
  const text = `${before}${BEGIN}\n\n${await describeCoverage()}\n${END}${after}`;
  const wanted = await format(text, { parser: 'markdown', printWidth: 100 });
  if (process.env.SIDETONE_UPDATE_DOCS === '1') await writeFile('README.md', wanted);
  expect(await readFile('README.md', 'utf8')).toBe(wanted);
  expect(wanted).not.toMatch(/\| *\|/);
});
