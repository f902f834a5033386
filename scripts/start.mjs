// Usage: npm start [-- FLAGS OF THE APP]
// Installs what is missing, builds if stale and opens the app. On Linux without a display it runs
// under a virtual one; there, unless a flag gives it another errand, it plays the demo to its end.
import { wantsDemo } from './demo/plan.mjs';
import { runDemo } from './demo/run-demo.mjs';
import { runForeground } from './session/children.mjs';
import { inDesktopSession } from './session/desktop-session.mjs';
import { sandboxFlags } from './session/sandbox-flags.mjs';
import { build } from './setup/build.mjs';
import { projectRoot } from './setup/folders.mjs';
import { runMain } from './setup/say.mjs';
import { isHeadless, setUp } from './setup/set-up.mjs';

await runMain(async () => {
  const flags = process.argv.slice(2);
  const { executable } = await setUp();
  await build();
  const noSandbox = sandboxFlags();
  const isDemo = isHeadless() && wantsDemo(flags);
  return inDesktopSession((session) => {
    // Set by editors for their own use, it would make Electron a plain Node.
    const environment = { ...session, ELECTRON_RUN_AS_NODE: undefined };
    if (isDemo) return runDemo({ executable, sandboxFlags: noSandbox, flags, environment });
    const parameters = [...noSandbox, projectRoot, ...flags];
    return runForeground(executable, parameters, { env: environment });
  });
});
