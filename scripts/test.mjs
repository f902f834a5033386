// Usage: npm test
// Installs what is missing, then runs everything. The last line gives the totals, in which each of
// the gates (format, lint, types, build) counts as one test.
import { GATES, runGates } from './gates/gates.mjs';
import { runTests } from './gates/vitest.mjs';
import { inDesktopSession } from './session/desktop-session.mjs';
import { ensureSandbox } from './session/sandbox.mjs';
import { runMain } from './setup/say.mjs';
import { isHeadless, setUp } from './setup/set-up.mjs';

/**
 * The end-to-end tests wait most of the time: half of them run on one virtual desktop and half on
 * another. Where there is a real one they share it, one app at a time.
 */
function runEndToEnd(executable) {
  const of = isHeadless() ? 2 : 1;
  const runShare = (part) =>
    inDesktopSession((environment) =>
      runTests(['e2e'], { ...environment, SIDETONE_ELECTRON: executable }, { part, of }),
    );
  return Promise.all(Array.from({ length: of }, (_, index) => runShare(index + 1)));
}

await runMain(async () => {
  const { executable } = await setUp({ groups: ['test'] });
  await ensureSandbox(executable);
  const { lint, ...others } = GATES;
  const totals = [
    // Linting takes as long as the others together.
    ...(await Promise.all([runGates({ lint }), runGates(others)])),
    await runTests(['unit', 'integration', 'conformance', 'fleet']),
    await runTests(['chaos']),
    ...(await runEndToEnd(executable)),
  ];
  const sum = (key) => totals.reduce((total, counted) => total + counted[key], 0);
  console.log(`Tests: ${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
});
