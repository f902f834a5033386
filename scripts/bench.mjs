// Usage: npm run bench [-- NAME...]
// Measures how fast and how heavy Sidetone is, each figure beside a baseline of the same run. One JSON
// line a figure on standard output; all of them in out/bench/results.json. See docs/performance.md.
import { join } from 'node:path';
import { runForeground } from './session/children.mjs';
import { inDesktopSession } from './session/desktop-session.mjs';
import { sandboxFlags } from './session/sandbox-flags.mjs';
import { build } from './setup/build.mjs';
import { projectRoot } from './setup/folders.mjs';
import { runMain } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

await runMain(async () => {
  const { executable } = await setUp();
  await build(['app', 'simulator', 'bench']);
  const program = join(projectRoot, 'out', 'bench', 'index.js');
  const settings = { root: projectRoot, executable, sandboxFlags: sandboxFlags() };
  return inDesktopSession((session) =>
    runForeground(process.execPath, [program, ...process.argv.slice(2)], {
      env: {
        ...session,
        SIDETONE_BENCH: JSON.stringify(settings),
        ELECTRON_RUN_AS_NODE: undefined,
      },
    }),
  );
});
