import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../setup/folders.mjs';
import { runForeground } from '../session/children.mjs';
import { OUTCOME_FILE } from './outcome-reporter.mjs';

/**
 * The outcome of a run. A run that exits with an error has failed even if its outcome lists no failure.
 *
 * @param {import('./totals.mjs').Outcome | undefined} outcome undefined if none was written
 * @param {number} exitCode of vitest
 * @param {string} name of the run
 * @returns {import('./totals.mjs').Outcome}
 */
export function checkOutcome(outcome, exitCode, name) {
  const { passed, failures } = outcome ?? { passed: 0, failures: [] };
  const isExplained = outcome !== undefined && (failures.length > 0 || exitCode === 0);
  if (isExplained) return outcome;
  return { passed, failures: [`${name}: vitest ended with exit code ${exitCode}`] };
}

/**
 * Runs vitest, which prints failures as usual, and reads its outcome.
 *
 * @param {string[]} projects of vitest.config.ts
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string[]} [options.files] only test files whose path contains one of these
 */
export async function runTests(projects, options = {}) {
  const { env = process.env, files = [] } = options;
  const folder = join(projectRoot, 'out', 'test');
  const name = projects.join('-');
  const file = join(folder, `${name}.json`);
  const outcomeFile = join(folder, `${name}-outcome.json`);
  await mkdir(folder, { recursive: true });
  // If this run writes no outcome, an older one must not be read instead.
  await rm(outcomeFile, { force: true });
  const parameters = [
    join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    `--reporter=${join(projectRoot, 'scripts', 'gates', 'outcome-reporter.mjs')}`,
    ...files,
  ];
  const code = await runForeground(process.execPath, parameters, {
    cwd: projectRoot,
    env: {
      ...env,
      [OUTCOME_FILE]: outcomeFile,
      // The notice is about the next major version of Vite and would appear once per project.
      VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
    },
  });
  const outcome = await readFile(outcomeFile, 'utf8').then(JSON.parse, () => undefined);
  return checkOutcome(outcome, code, name);
}
