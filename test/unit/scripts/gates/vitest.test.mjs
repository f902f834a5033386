import { describe, expect, it } from 'vitest';
import { countTests } from '../../../../scripts/gates/vitest.mjs';

const loaded = { status: 'passed', assertionResults: [{}] };

describe('countTests', () => {
  it('gives the totals of the report', () => {
    const report = { numPassedTests: 12, numFailedTests: 2, testResults: [loaded] };
    expect(countTests(report, 1)).toEqual({ passed: 12, failed: 2 });
  });

  it('counts a file that could not be loaded', () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    const report = { numPassedTests: 12, numFailedTests: 1, testResults: [loaded, unloaded] };
    expect(countTests(report, 1)).toEqual({ passed: 12, failed: 2 });
  });

  it('counts a run that failed with every test passed', () => {
    const report = { numPassedTests: 12, numFailedTests: 0, testResults: [loaded] };
    expect(countTests(report, 1)).toEqual({ passed: 12, failed: 1 });
    expect(countTests(report, 0)).toEqual({ passed: 12, failed: 0 });
  });

  it('counts a run that died without a report, whatever its exit code', () => {
    expect(countTests(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  });
});
