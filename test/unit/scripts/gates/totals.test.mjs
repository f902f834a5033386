import { expect, it } from 'vitest';
import { describeTotals, hasFailed } from '../../../../scripts/gates/totals.mjs';

it('repeats every failure right before the last line', () => {
  const outcomes = [
    { passed: 5, failures: ['lint\n    main/index.ts: no'] },
    { passed: 12, failures: [] },
    { passed: 3, failures: ['test/a.test.ts > rings\n    Error: no'] },
  ];
  expect(describeTotals(outcomes)).toBe(
    [
      '✗ lint',
      '    main/index.ts: no',
      '✗ test/a.test.ts > rings',
      '    Error: no',
      'Tests: 20 passed, 2 failed',
    ].join('\n'),
  );
  expect(hasFailed(outcomes)).toBe(true);
});

it('is one line if nothing failed', () => {
  const outcomes = [{ passed: 5, failures: [] }];
  expect(describeTotals(outcomes)).toBe('Tests: 5 passed, 0 failed');
  expect(hasFailed(outcomes)).toBe(false);
});
