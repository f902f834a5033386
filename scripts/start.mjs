// Usage: npm start [-- FLAGS OF THE APP]
// Installs what is missing, builds if necessary and opens the app. On Linux without a display, it uses a
// virtual one and plays the demo to its end, unless a flag says otherwise.
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

/**
 * The app's own check of its flags, whose output the demo's driver would not see. 0 means they are valid.
 *
 * @param {string} executable
 * @param {string[]} parameters
 * @param {NodeJS.ProcessEnv} env
 */
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
    const environment = {
      ...session,
      // Set by some editors; it would make Electron behave like Node.js.
      ELECTRON_RUN_AS_NODE: undefined,
      // Before Electron 38, X11 is used even where there is none.
      ...(!session.DISPLAY && { ELECTRON_OZONE_PLATFORM_HINT: 'wayland' }),
    };
    const parameters = [...noSandbox, projectRoot, ...flags];
    if (!isDemo) return runForeground(executable, parameters, { env: environment });
    const code = await checkFlags(executable, parameters, environment);
    return code === 0 ? runDemo({ executable, sandboxFlags: noSandbox, flags, environment }) : code;
  });
});
