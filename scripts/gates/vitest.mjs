import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from '../setup/folders.mjs';
import { runForeground } from '../session/children.mjs';

/**
 * What is read of vitest's JSON report.
 *
 * @typedef {object} Report
 * @property {number} numPassedTests
 * @property {FileReport[]} testResults
 *
 * @typedef {object} FileReport
 * @property {string} name the file's path
 * @property {string} status
 * @property {string} message why the file could not be loaded
 * @property {TestReport[]} assertionResults
 *
 * @typedef {object} TestReport
 * @property {string[]} ancestorTitles
 * @property {string} title
 * @property {string} status
 * @property {string[]} failureMessages
 */

/** @param {FileReport} file */
function failuresIn({ name, status, message, assertionResults }) {
  const path = relative(projectRoot, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  // A file that cannot be loaded has no tests; one of whose hooks failed may have no failed test.
  if (status === 'failed' && failed.length === 0) return [withMessage(path, message)];
  return failed.map(({ ancestorTitles, title, failureMessages }) =>
    withMessage([path, ...ancestorTitles, title].join(' > '), failureMessages[0]),
  );
}

/**
 * @param {string} title
 * @param {string | undefined} message
 */
function withMessage(title, message = '') {
  const [firstLine = ''] = stripVTControlCharacters(message).trim().split('\n');
  return firstLine === '' ? title : `${title}\n    ${firstLine}`;
}

/**
 * What a run came to. It can fail although every test passed, through an error outside of them.
 *
 * @param {Report | undefined} report from vitest's JSON reporter; undefined if it wrote none
 * @param {number} exitCode of vitest
 * @param {string} name of the run
 * @returns {import('./totals.mjs').Outcome}
 */
export function readReport(report, exitCode, name) {
  if (!report) {
    return {
      passed: 0,
      failures: [`${name}: vitest ended without a report (exit code ${exitCode})`],
    };
  }
  const failures = report.testResults.flatMap(failuresIn);
  if (failures.length === 0 && exitCode !== 0) {
    failures.push(`${name}: an error outside the tests, which vitest printed above`);
  }
  return { passed: report.numPassedTests, failures };
}

/**
 * Runs vitest, which prints failures as usual, and reads its report.
 *
 * @param {string[]} projects of vitest.config.ts
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {{ part: number, of: number }} [options.share] which part of the test files; default all
 * @param {string[]} [options.files] only test files whose path contains one of these
 */
export async function runTests(projects, options = {}) {
  const { env = process.env, share = { part: 1, of: 1 }, files = [] } = options;
  const { part, of } = share;
  const folder = join(projectRoot, 'out', 'test');
  const name = of === 1 ? projects.join('-') : `${projects.join('-')}-${part}-of-${of}`;
  const file = join(folder, `${name}.json`);
  await mkdir(folder, { recursive: true });
  // If this run writes no report, an older one must not be read instead.
  await rm(file, { force: true });
  const parameters = [
    join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...projects.map((project) => `--project=${project}`),
    `--shard=${part}/${of}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...files,
  ];
  const code = await runForeground(process.execPath, parameters, {
    cwd: projectRoot,
    // The notice is about the next major version of Vite and would appear once per project.
    env: { ...env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  });
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  return readReport(report, code, name);
}
