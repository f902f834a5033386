// Usage: npm test [-- FILE…]
// Installs what is missing, then runs everything, or only the tests in files whose path contains one
// of FILE. Ends with each failure again and the totals, in which each gate (format, lint, types, …)
// counts as a test.
import { GATES, runGates } from './gates/gates.mjs';
import { describeTotals, hasFailed } from './gates/totals.mjs';
import { runTests } from './gates/vitest.mjs';
import { inDesktopSession } from './session/desktop-session.mjs';
import { ensureSandbox } from './session/sandbox.mjs';
import { runMain } from './setup/say.mjs';
import { isHeadless, setUp } from './setup/set-up.mjs';

const PROJECTS = ['unit', 'integration', 'conformance', 'fleet'];

/**
 * End-to-end tests mostly wait, so they run in two halves, each on its own virtual desktop. On a real
 * desktop they run one after the other.
 *
 * @param {string} executable
 */
function runEndToEnd(executable) {
  const of = isHeadless() ? 2 : 1;
  /** @param {number} part */
  const runShare = (part) =>
    inDesktopSession((environment) =>
      runTests(['e2e'], {
        env: { ...environment, SIDETONE_ELECTRON: executable },
        share: { part, of },
      }),
    );
  return Promise.all(Array.from({ length: of }, (_, index) => runShare(index + 1)));
}

/**
 * @param {string[]} files
 * @param {string} executable
 */
async function runFiles(files, executable) {
  const built = await runGates({ build: GATES.build });
  const tested = await inDesktopSession((environment) =>
    runTests([...PROJECTS, 'chaos', 'e2e'], {
      env: { ...environment, SIDETONE_ELECTRON: executable },
      files,
    }),
  );
  return [built, tested];
}

/** @param {string} executable */
async function runAll(executable) {
  const { lint, ...others } = GATES;
  return [
    // Linting takes as long as the others combined.
    ...(await Promise.all([runGates({ lint }), runGates(others)])),
    await runTests(PROJECTS),
    await runTests(['chaos']),
    ...(await runEndToEnd(executable)),
  ];
}

await runMain(async () => {
  const files = process.argv.slice(2);
  const { executable } = await setUp({ groups: ['test'] });
  await ensureSandbox(executable);
  const outcomes = await (files.length === 0 ? runAll(executable) : runFiles(files, executable));
  console.log(describeTotals(outcomes));
  return hasFailed(outcomes) ? 1 : 0;
});
