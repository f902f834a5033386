import { expect, it, vi } from 'vitest';
import { runGates } from '../../../../scripts/gates/gates.mjs';

it('runs every gate, reports each failure in full and returns its start', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const lines = Array.from({ length: 9 }, (_, index) => `main/index.ts:${index + 1}: no`);
  const outcome = await runGates({
    format: () => Promise.resolve(),
    lint: () => Promise.reject(new Error(lines.join('\n'))),
    types: () => Promise.resolve(),
  });
  const text = said.mock.calls.join('');
  said.mockRestore();
  expect(outcome).toEqual({
    passed: 2,
    failures: [['lint', ...lines.slice(0, 5)].join('\n    ')],
  });
  expect(text).toContain(lines.join('\n'));
  expect(text).toContain('✗ lint');
  expect(text).toContain('✓ types');
});
