import { describe, expect, it } from 'vitest';
import { checkOutcome } from '../../../../scripts/gates/vitest.mjs';

describe('checkOutcome', () => {
  it('returns the outcome that the run wrote', () => {
    const failed = { passed: 12, failures: ['unit a.test.ts > rings'] };
    expect(checkOutcome(failed, 1, 'unit')).toBe(failed);
    const clean = { passed: 12, failures: [] };
    expect(checkOutcome(clean, 0, 'unit')).toBe(clean);
  });

  it('reports a failure if the run failed without a reason', () => {
    expect(checkOutcome({ passed: 12, failures: [] }, 1, 'unit')).toEqual({
      passed: 12,
      failures: ['unit: vitest ended with exit code 1'],
    });
  });

  it('reports a failure if the run wrote nothing, whatever its exit code', () => {
    expect(checkOutcome(undefined, 0, 'e2e-1-of-2')).toEqual({
      passed: 0,
      failures: ['e2e-1-of-2: vitest ended with exit code 0'],
    });
  });
});
