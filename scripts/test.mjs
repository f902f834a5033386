// Usage: npm test
// Installs what is missing, then runs everything. The last line gives the totals, in which each of
// the gates (format, lint, types, build) counts as one test.
import { GATES, runGates } from './gates/gates.mjs';
import { runTests } from './gates/vitest.mjs';
import { inDesktopSession } from './session/desktop-session.mjs';
import { runMain } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

await runMain(async () => {
  const { executable } = await setUp({ groups: ['test'] });
  const { lint, ...others } = GATES;
  const totals = [
    // Linting takes as long as the others together.
    ...(await Promise.all([runGates({ lint }), runGates(others)])),
    await runTests(['unit', 'integration', 'conformance', 'fleet']),
    await runTests(['chaos']),
    await inDesktopSession((environment) =>
      runTests(['e2e'], { ...environment, SIDETONE_ELECTRON: executable }),
    ),
  ];
  const sum = (key) => totals.reduce((total, counted) => total + counted[key], 0);
  console.log(`Tests: ${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
});
