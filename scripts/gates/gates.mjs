import { join } from 'node:path';
import { build } from '../setup/build.mjs';
import { projectRoot } from '../setup/folders.mjs';
import { run } from '../setup/run.mjs';
import { say, ScriptError } from '../setup/say.mjs';

async function runTool(path, ...parameters) {
  const file = join(projectRoot, 'node_modules', path);
  const options = { cwd: projectRoot };
  const { code, stdout, stderr } = await run(process.execPath, [file, ...parameters], options);
  if (code !== 0) throw new ScriptError(`${stdout}${stderr}`.trim());
}

/** What has to hold before a test is worth running: the name, and a function that throws if not. */
export const GATES = {
  format: () => runTool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  lint: () => runTool('eslint/bin/eslint.js', '.'),
  types: () => runTool('typescript-native/bin/tsc', '-b'),
  build: () => build(),
};

/**
 * The lint gate for use many times a day: files that have not changed are not read again. The rules
 * ask the types of other files too, so what it lets pass is not the last word.
 */
export function lintChanged() {
  const cache = ['--cache', '--cache-strategy', 'content', '--cache-location', 'out/eslint-cache'];
  return runTool('eslint/bin/eslint.js', ...cache, '.');
}

/**
 * Runs gates one after the other and prints each with its outcome; a failed one does not keep the
 * next from running.
 *
 * @param {Record<string, () => Promise<unknown>>} gates
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runGates(gates) {
  const totals = { passed: 0, failed: 0 };
  for (const [name, gate] of Object.entries(gates)) {
    const startedAt = Date.now();
    const seconds = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
    try {
      await gate();
      totals.passed += 1;
      say(`✓ ${name} (${seconds()})`);
    } catch (error) {
      totals.failed += 1;
      say(`✗ ${name} (${seconds()})\n${error.message}`);
    }
  }
  return totals;
}
