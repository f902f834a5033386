import { expect, it, vi } from 'vitest';
import { runGates } from '../../../../scripts/gates/gates.mjs';

it('runs every gate, reports each failure and counts', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const totals = await runGates({
    format: async () => undefined,
    lint: async () => {
      throw new Error('main/index.ts: no');
    },
    types: async () => undefined,
  });
  const text = said.mock.calls.join('');
  said.mockRestore();
  expect(totals).toEqual({ passed: 2, failed: 1 });
  expect(text).toContain('main/index.ts: no');
  expect(text).toContain('✗ lint');
  expect(text).toContain('✓ types');
});
