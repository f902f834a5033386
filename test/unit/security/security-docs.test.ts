import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTables } from '../../support/markdown-table';

const ROOT = join(import.meta.dirname, '../../..');

test('docs/security.md lists attacks and existing tests for each guarantee', async () => {
  const rows = await readTables(join(ROOT, 'docs/security.md'));
  expect(rows.length).toBeGreaterThan(20);
  for (const { guarantee, attack, test: tests = '' } of rows) {
    expect(guarantee).not.toBe('');
    expect(attack, guarantee).not.toBe('');
    const files = tests.split(', ');
    for (const file of files) {
      expect(file, guarantee).toMatch(/^test\/(.+\.test\.(ts|tsx|mjs)|e2e\/.+\.ts)$/);
      await access(join(ROOT, file));
    }
  }
});
