// Usage: npm run dev [-- FLAGS OF THE APP]
// Runs a development build: a change in renderer/ shows in the open window at once, one in main/,
// preload/ or contract/ restarts the app. F12 opens the developer tools. On Linux without a display it
// runs under a virtual one.
import { runDev } from './dev/run-dev.mjs';
import { inDesktopSession } from './session/desktop-session.mjs';
import { ensureSandbox } from './session/sandbox.mjs';
import { sandboxFlags } from './session/sandbox-flags.mjs';
import { build } from './setup/build.mjs';
import { projectRoot } from './setup/folders.mjs';
import { runMain } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

await runMain(async () => {
  const given = process.argv.slice(2);
  const { executable } = await setUp();
  await build(['simulator']);
  if (!given.includes('--no-sandbox')) await ensureSandbox(executable);
  const flags = { electron: sandboxFlags(), app: given };
  return inDesktopSession((environment) => runDev(projectRoot, executable, flags, environment));
});
