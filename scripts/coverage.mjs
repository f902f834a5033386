// Usage: npm run coverage
// Runs the tests that do not start the app, and writes what they cover to out/coverage/index.html.
import { join } from 'node:path';
import { runForeground } from './session/children.mjs';
import { projectRoot } from './setup/folders.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { runMain } from './setup/say.mjs';

const PROJECTS = ['unit', 'integration', 'conformance'];

await runMain(async () => {
  await ensureNodeModules();
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const projects = PROJECTS.map((project) => `--project=${project}`);
  return runForeground(process.execPath, [vitest, 'run', ...projects, '--coverage'], {
    cwd: projectRoot,
  });
});
