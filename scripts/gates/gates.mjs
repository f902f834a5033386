import { join } from 'node:path';
import { build } from '../setup/build.mjs';
import { projectRoot } from '../setup/folders.mjs';
import { run } from '../setup/run.mjs';
import { messageOf, say, ScriptError } from '../setup/say.mjs';

/**
 * Makes a tool skip the files that passed before and have not changed.
 *
 * @param {string} file
 */
function cachedIn(file) {
  return ['--cache', '--cache-strategy', 'content', '--cache-location', `out/${file}`];
}

/**
 * @param {string} path
 * @param {...string} parameters
 */
async function runTool(path, ...parameters) {
  const file = join(projectRoot, 'node_modules', path);
  const options = { cwd: projectRoot };
  const { code, stdout, stderr } = await run(process.execPath, [file, ...parameters], options);
  if (code !== 0) throw new ScriptError(`${stdout}${stderr}`.trim());
}

/**
 * Stilted phrases, which a spelling checker cannot flag, and references to documents that the repository does
 * not contain.
 */
const PHRASES = [
  'whatever there is',
  'of its own making',
  'takes? leave of',
  'nobody is pressed',
  'growing pause',
  'safety reading',
  'lost.create',
  'isWhole',
  '(vendor|seed) page\\b',
  'outer contract',
  '(MOST|LONGEST|SHORTEST|FEWEST|LEAST)_[A-Z]',
];

async function findPhrases() {
  const pattern = `\\b(${PHRASES.join('|')})`;
  const parameters = ['grep', '--no-index', '--exclude-standard', '-nIE', pattern];
  const options = { cwd: projectRoot };
  const { code, stdout, stderr } = await run(
    'git',
    [...parameters, '--', '.', ':!scripts/gates'],
    options,
  );
  // 1: nothing found.
  if (code !== 1) throw new ScriptError(`${stdout}${stderr}`.trim());
}

/** The checks that must pass before running tests makes sense. Each throws if it fails. */
export const GATES = {
  // The format of a file depends only on the file, so the cache is as good as a complete run.
  format: () =>
    runTool(
      'prettier/bin/prettier.cjs',
      '--check',
      '--log-level',
      'warn',
      ...cachedIn('prettier-cache'),
      '.',
    ),
  lint: () => runTool('oxlint/bin/oxlint', '--config', 'oxlint.config.mjs'),
  types: () => runTool('typescript-native/bin/tsc', '-b'),
  spelling: () => runTool('cspell/bin.mjs', '--quiet', ...cachedIn('cspell-cache'), '.'),
  phrases: findPhrases,
  build: () => build(),
};

/** Enough to see a gate's first findings. All of them are printed where the gate ran. */
const REPEATED_LINES = 5;

/**
 * Runs the gates one after the other, even if one fails, and prints the outcome of each.
 *
 * @param {Record<string, () => Promise<unknown>>} gates
 * @returns {Promise<import('./totals.mjs').Outcome>}
 */
export async function runGates(gates) {
  let passed = 0;
  /** @type {string[]} */
  const failures = [];
  for (const [name, gate] of Object.entries(gates)) {
    const startedAt = Date.now();
    const seconds = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
    try {
      await gate();
      passed += 1;
      say(`✓ ${name} (${seconds()})`);
    } catch (error) {
      const message = messageOf(error);
      say(`✗ ${name} (${seconds()})\n${message}`);
      const start = message.split('\n').slice(0, REPEATED_LINES);
      failures.push([name, ...start].join('\n    '));
    }
  }
  return { passed, failures };
}
