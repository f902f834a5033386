// Usage: npm start [-- FLAGS OF THE APP]
// Installs what is missing, builds if stale and opens the app. On Linux without a display it runs
// under a virtual one; there, unless a flag gives it another errand, it plays the demo to its end.
import { wantsDemo } from './demo/plan.mjs';
import { runDemo } from './demo/run-demo.mjs';
import { runForeground } from './session/children.mjs';
import { inDesktopSession } from './session/desktop-session.mjs';
import { ensureSandbox } from './session/sandbox.mjs';
import { sandboxFlags } from './session/sandbox-flags.mjs';
import { build } from './setup/build.mjs';
import { projectRoot } from './setup/folders.mjs';
import { run } from './setup/run.mjs';
import { runMain, say } from './setup/say.mjs';
import { isHeadless, setUp } from './setup/set-up.mjs';

/** What the app itself says about its flags; the demo's driver would not see it. Exit code 0 is good. */
async function checkFlags(executable, parameters, env) {
  const { code, stderr } = await run(executable, [...parameters, '--version'], { env });
  if (code !== 0) say(/^sidetone: .*$/m.exec(stderr)?.[0] ?? stderr.trim());
  return code;
}

await runMain(async () => {
  const flags = process.argv.slice(2);
  const { executable } = await setUp();
  await build();
  if (!flags.includes('--no-sandbox')) await ensureSandbox(executable);
  const noSandbox = sandboxFlags();
  const isDemo = isHeadless() && wantsDemo(flags);
  return inDesktopSession(async (session) => {
    // Set by editors for their own use, it would make Electron a plain Node.
    const environment = { ...session, ELECTRON_RUN_AS_NODE: undefined };
    const parameters = [...noSandbox, projectRoot, ...flags];
    if (!isDemo) return runForeground(executable, parameters, { env: environment });
    const code = await checkFlags(executable, parameters, environment);
    return code === 0 ? runDemo({ executable, sandboxFlags: noSandbox, flags, environment }) : code;
  });
});
