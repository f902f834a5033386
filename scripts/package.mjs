// Usage: npm run package [-- --verify-deb]
// Builds the packages for this system in release/, then starts the packaged app with --smoke and
// verifies its fuses. With --verify-deb it only builds the deb, checks it with lintian and
// appstreamcli, and tries it in a clean Debian root.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCheck, buildRelease } from './package/builder.mjs';
import { writeDebFiles } from './package/deb-files.mjs';
import { verifyFuses } from './package/fuses.mjs';
import { programBehind } from './package/launcher.mjs';
import { lintDeb } from './package/lint-deb.mjs';
import { planPackages } from './package/plan.mjs';
import { readFlags } from './package/read-flags.mjs';
import { verifyRefusal, verifySmoke } from './package/smoke.mjs';
import { verifyDeb } from './package/verify-deb.mjs';
import { inDesktopSession } from './session/desktop-session.mjs';
import { ensureSandbox } from './session/sandbox.mjs';
import { build } from './setup/build.mjs';
import { recordCodeCache } from './setup/code-cache.mjs';
import { projectRoot } from './setup/folders.mjs';
import { runMain, say } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

await runMain(async () => {
  const { values } = parseArgs({ options: { 'verify-deb': { type: 'boolean', default: false } } });
  const isDebOnly = values['verify-deb'];
  const electron = await setUp({ groups: ['package', ...(isDebOnly ? ['verify-deb'] : [])] });
  await build();
  await ensureSandbox(electron.executable);
  await inDesktopSession((session) => recordCodeCache(electron.executable, session));
  await writeDebFiles(await readFlags());

  const { environment, platform } = { environment: process.env, platform: process.platform };
  const plan = planPackages(electron, { isDebOnly, environment, platform });
  const output = join(projectRoot, plan.output);
  for (const reason of plan.leftOut) say(`Left out: ${reason}`);
  if (electron.isOfficial) {
    await buildRelease(plan);
  } else {
    say('This is not the official Electron: these packages are for checks only, not for users');
    await buildCheck({ ...plan, output }, electron);
  }
  say(`Built ${output}`);

  const executable = join(output, plan.unpacked);
  await verifyFuses(process.platform === 'linux' ? programBehind(executable) : executable);
  say('The fuses are set');
  await verifySmoke(executable);
  say('The packaged app passes --smoke');
  await verifyRefusal(executable);
  say('The packaged app refuses to be debugged');
  if (isDebOnly) {
    await lintDeb(output);
    await verifyDeb(output);
  }
});
