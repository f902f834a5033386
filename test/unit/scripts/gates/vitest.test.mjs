import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../scripts/gates/vitest.mjs';
import { projectRoot } from '../../../../scripts/setup/folders.mjs';

const passedTest = { ancestorTitles: [], title: 'rings', status: 'passed', failureMessages: [] };

/** @param {Partial<import('../../../../scripts/gates/vitest.mjs').FileReport>} differences */
function fileReport(differences = {}) {
  return {
    name: join(projectRoot, 'test', 'unit', 'a.test.ts'),
    status: 'passed',
    message: '',
    assertionResults: [passedTest],
    ...differences,
  };
}

describe('readReport', () => {
  it('names each failed test with its file, its full title and the first line of its message', () => {
    const failedTest = {
      ancestorTitles: ['a call', 'on hold'],
      title: 'is retrieved',
      status: 'failed',
      failureMessages: [
        '\u001b[31mError: expected 1\u001b[39m\n    at file.ts:3\n',
        'Error: later',
      ],
    };
    const file = fileReport({ status: 'failed', assertionResults: [passedTest, failedTest] });
    expect(readReport({ numPassedTests: 12, testResults: [file] }, 1, 'unit')).toEqual({
      passed: 12,
      failures: [
        `${join('test', 'unit', 'a.test.ts')} > a call > on hold > is retrieved\n    Error: expected 1`,
      ],
    });
  });

  it('counts a file that could not be loaded', () => {
    const file = fileReport({
      status: 'failed',
      message: 'Cannot find module\nat x',
      assertionResults: [],
    });
    const report = { numPassedTests: 12, testResults: [fileReport(), file] };
    expect(readReport(report, 1, 'unit').failures).toEqual([
      `${join('test', 'unit', 'a.test.ts')}\n    Cannot find module`,
    ]);
  });

  it('counts a run that failed with every test passed', () => {
    const report = { numPassedTests: 12, testResults: [fileReport()] };
    expect(readReport(report, 1, 'unit').failures).toEqual([
      'unit: an error outside the tests, which vitest printed above',
    ]);
    expect(readReport(report, 0, 'unit')).toEqual({ passed: 12, failures: [] });
  });

  it('counts a run that died without a report, whatever its exit code', () => {
    expect(readReport(undefined, 0, 'e2e-1-of-2')).toEqual({
      passed: 0,
      failures: ['e2e-1-of-2: vitest ended without a report (exit code 0)'],
    });
  });
});
