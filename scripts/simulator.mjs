// Usage: npm run simulator [-- --port N] [--scenario NAME|FILE] [--profile FILE] [--help]
// Serves all vendors on loopback, without the app. Prints a complete profile in one line.
import { join } from 'node:path';
import { runForeground } from './session/children.mjs';
import { build } from './setup/build.mjs';
import { projectRoot } from './setup/folders.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
  await ensureNodeModules();
  await build(['simulator']);
  const simulator = join(projectRoot, 'out', 'simulator', 'index.js');
  return runForeground(process.execPath, [simulator, ...process.argv.slice(2)]);
});
