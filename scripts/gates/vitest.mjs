import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../setup/folders.mjs';
import { runForeground } from '../session/children.mjs';

/**
 * The true totals of one run. A test file that could not be loaded holds no test, and a run may fail
 * with every test passed (an error after the last one): each counts as one failed.
 *
 * @param {object | undefined} report what vitest's JSON reporter wrote; undefined when it did not
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
 * Runs vitest projects, their failures printed as vitest prints them, and counts.
 *
 * @param {string[]} projects of vitest.config.ts
 * @param {NodeJS.ProcessEnv} [env]
 * @param {{ part: number, of: number }} [share] of the test files; all of them, when absent
 */
export async function runTests(projects, env = process.env, share = { part: 1, of: 1 }) {
  const { part, of } = share;
  const folder = join(projectRoot, 'out', 'test');
  const name = of === 1 ? projects.join('-') : `${projects.join('-')}-${part}-of-${of}`;
  const file = join(folder, `${name}.json`);
  await mkdir(folder, { recursive: true });
  // The report of an earlier run must not stand in for one that this run fails to write.
  await rm(file, { force: true });
  const parameters = [
    join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...projects.map((project) => `--project=${project}`),
    `--shard=${part}/${of}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const code = await runForeground(process.execPath, parameters, {
    cwd: projectRoot,
    // The notice is about a later major version of vite, and comes once for each project.
    env: { ...env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  });
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  return countTests(report, code);
}
