// Usage: npm run check
// Format, lint, types and unit tests: what to run before each commit.
import { GATES, lintChanged, runGates } from './gates/gates.mjs';
import { runTests } from './gates/vitest.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
  await ensureNodeModules();
  const { format, types } = GATES;
  const gates = await runGates({ format, lint: lintChanged, types });
  const tests = await runTests(['unit']);
  return gates.failed + tests.failed === 0 ? 0 : 1;
});
