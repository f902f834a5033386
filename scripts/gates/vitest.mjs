import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../setup/folders.mjs';
import { runForeground } from '../session/children.mjs';

/**
 * What is read of vitest's JSON report.
 *
 * @typedef {object} Report
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults one for each file
 */

/**
 * The true totals of a run. A test file that cannot be loaded has no tests, and a run can fail
 * although every test passed (an error after the last one): each counts as one failure.
 *
 * @param {Report | undefined} report from vitest's JSON reporter; undefined if it wrote none
 * @param {number} exitCode of vitest
 * @returns {{ passed: number, failed: number }}
 */
export function countTests(report, exitCode) {
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
  };
}

/**
 * Runs vitest, which prints failures as usual, and counts.
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
  return countTests(report, code);
}
