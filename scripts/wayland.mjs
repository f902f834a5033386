// Usage: npm run wayland [-- TIMES]
// Starts the built app TIMES times (20 by default) on native Wayland, in a nested Weston on a virtual
// display, and checks that each start shows its window.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inWaylandSession } from './session/wayland-session.mjs';
import { sandboxFlags } from './session/sandbox-flags.mjs';
import { projectRoot } from './setup/folders.mjs';
import { run } from './setup/run.mjs';
import { runMain, say, ScriptError } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

await runMain(async () => {
  const [argument = '20', ...others] = process.argv.slice(2);
  const times = Number(argument);
  if (!Number.isInteger(times) || times < 1 || others.length > 0) {
    throw new ScriptError('the only argument is the number of starts');
  }
  const { executable } = await setUp({ groups: ['wayland'] });
  return inWaylandSession(async (environment, folder) => {
    let shown = 0;
    for (let index = 1; index <= times; index += 1) {
      const data = await mkdtemp(join(folder, 'data-'));
      const parameters = [
        ...sandboxFlags(),
        projectRoot,
        '--ozone-platform=wayland',
        `--user-data-dir=${data}`,
        '--smoke',
      ];
      const { code, stdout } = await run(executable, parameters, { env: environment });
      await rm(data, { recursive: true, force: true, maxRetries: 3 });
      const isShown = code === 0 && stdout.includes('smoke ok');
      if (isShown) shown += 1;
      else say(`Start ${index}: the window was not shown`);
    }
    say(`The window appeared in ${shown} of ${times} starts`);
    return shown === times ? 0 : 1;
  });
});
