import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OUTCOME_FILE } from '../../../../scripts/gates/outcome-reporter.mjs';
import { projectRoot } from '../../../../scripts/setup/folders.mjs';
import { run } from '../../../../scripts/setup/run.mjs';

const FILES = {
  'calls.test.js': `
    describe('a call', () => {
      it('rings', () => {});
      it('is answered', () => { throw new Error('no answer\\nat all'); });
      describe('on hold', () => {
        beforeAll(() => { throw new Error('no line'); });
        it('is retrieved', () => {});
      });
    });
    it('ends', () => { void Promise.reject(new Error('nobody waits for this')); });
  `,
  'unloaded.test.js': `import './missing.js';`,
};

/** The cheapest pool to run them in. */
const ONE_WORKER = ['--pool=threads', '--no-isolate', '--no-file-parallelism'];

/** @type {string} */
let folder;
/** @type {import('../../../../scripts/gates/totals.mjs').Outcome} */
let outcome;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidetone-outcome-'));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
  const outcomeFile = join(folder, 'outcome.json');
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const reporter = join(projectRoot, 'scripts', 'gates', 'outcome-reporter.mjs');
  await run(
    process.execPath,
    [vitest, 'run', '--root', folder, '--globals', ...ONE_WORKER, `--reporter=${reporter}`],
    { env: { ...process.env, [OUTCOME_FILE]: outcomeFile } },
  );
  outcome = JSON.parse(await readFile(outcomeFile, 'utf8'));
});
afterAll(() => rm(folder, { recursive: true }));

it('counts the tests that passed', () => {
  expect(outcome.passed).toBe(2);
});

it('names each test that failed, with the first line of its message', () => {
  expect(outcome.failures).toContainEqual(
    expect.stringMatching(/calls\.test\.js > a call > is answered\n {4}no answer$/),
  );
});

it('names a hook that failed', () => {
  expect(outcome.failures).toContainEqual(
    expect.stringMatching(/calls\.test\.js > a call > on hold\n {4}no line$/),
  );
});

it('names a file that cannot be loaded', () => {
  expect(outcome.failures).toContainEqual(
    expect.stringMatching(/unloaded\.test\.js\n {4}Cannot find module '\.\/missing\.js'/),
  );
});

it('reports an error outside the tests with its origin', () => {
  expect(outcome.failures).toContainEqual(
    expect.stringMatching(
      /^an error outside the tests\n {4}Error: nobody waits for this\n.*calls\.test\.js/,
    ),
  );
  expect(outcome.failures).toHaveLength(4);
});
