// Usage: npm test [-- FILE…]
// Installs what is missing, then runs everything, or only the tests in files whose path contains one
// of FILE. Ends with each failure again and the totals, in which each gate (format, lint, types, …)
// counts as a test.
import { availableParallelism } from 'node:os';
import { GATES, runGates } from './gates/gates.mjs';
import { describeTotals, hasFailed } from './gates/totals.mjs';
import { runTests } from './gates/vitest.mjs';
import { inDesktopSession, inDesktopSessions } from './session/desktop-session.mjs';
import { ensureSandbox } from './session/sandbox.mjs';
import { recordCodeCache } from './setup/code-cache.mjs';
import { runMain } from './setup/say.mjs';
import { isHeadless, setUp } from './setup/set-up.mjs';

const PROJECTS = ['unit', 'integration', 'conformance', 'fleet', 'chaos'];

/** End-to-end tests mostly wait, so two more run than there are processors. */
const MAX_DESKTOPS = Math.min(availableParallelism() + 2, 6);

/**
 * Runs the end-to-end tests, as many at once as there are desktops: several virtual ones, or the real
 * one.
 *
 * @param {string} executable
 */
function runEndToEnd(executable) {
  return inDesktopSessions(isHeadless() ? MAX_DESKTOPS : 1, async (environments) => {
    await recordCodeCache(executable, environments[0] ?? process.env);
    return runTests(['e2e'], {
      env: {
        ...process.env,
        SIDETONE_ELECTRON: executable,
        SIDETONE_DESKTOPS: JSON.stringify(environments.map(describeDesktop)),
      },
    });
  });
}

/** @param {NodeJS.ProcessEnv} environment */
function describeDesktop({ DISPLAY, XAUTHORITY, DBUS_SESSION_BUS_ADDRESS }) {
  return { DISPLAY, XAUTHORITY, DBUS_SESSION_BUS_ADDRESS };
}

/**
 * @param {string[]} files
 * @param {string} executable
 */
async function runFiles(files, executable) {
  const built = await runGates({ build: GATES.build });
  const tested = await inDesktopSession(async (environment) => {
    await recordCodeCache(executable, environment);
    return runTests([...PROJECTS, 'e2e'], {
      env: { ...environment, SIDETONE_ELECTRON: executable },
      files,
    });
  });
  return [built, tested];
}

/** @param {string} executable */
async function runAll(executable) {
  const { lint, types, build, ...others } = GATES;
  const outcomes = await Promise.all([
    // Side by side: the others use one processor.
    runGates({ types, lint, build }),
    runGates(others),
  ]);
  return [...outcomes, await runTests(PROJECTS), await runEndToEnd(executable)];
}

await runMain(async () => {
  const files = process.argv.slice(2);
  const { executable } = await setUp({ groups: ['test'] });
  await ensureSandbox(executable);
  const outcomes = await (files.length === 0 ? runAll(executable) : runFiles(files, executable));
  console.log(describeTotals(outcomes));
  return hasFailed(outcomes) ? 1 : 0;
});
