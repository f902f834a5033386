// Usage: npm run check
// Format, lint, spelling, types and unit tests: run it before each commit.
import { GATES, runGates } from './gates/gates.mjs';
import { describeTotals, hasFailed } from './gates/totals.mjs';
import { runTests } from './gates/vitest.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
  await ensureNodeModules();
  const { format, lint, spelling, phrases, types } = GATES;
  const outcomes = [
    // Side by side: most gates use one processor.
    ...(await Promise.all([runGates({ lint }), runGates({ format, spelling, phrases, types })])),
    await runTests(['unit']),
  ];
  console.log(describeTotals(outcomes));
  return hasFailed(outcomes) ? 1 : 0;
});
