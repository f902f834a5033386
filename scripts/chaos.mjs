// Usage: npm run chaos [-- --episodes N] [--seed S]
// Runs the app through N episodes with broken networks and servers, generated from the seed, and prints
// the results as one line of JSON. `--episodes 1` runs only the episode of that seed. See
// docs/reliability.md.
import { parseArgs } from 'node:util';
import { runTests } from './gates/vitest.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { messageOf, runMain, ScriptError } from './setup/say.mjs';

/**
 * @param {string} name
 * @param {string} text
 */
function readNumber(name, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value >= 2 ** 32) {
    throw new ScriptError(`--${name} must be an integer from 1 to ${2 ** 32 - 1}`);
  }
  return String(value);
}

function readFlags() {
  try {
    return parseArgs({
      options: {
        episodes: { type: 'string', default: '200' },
        seed: { type: 'string', default: '1' },
      },
    }).values;
  } catch (error) {
    throw new ScriptError(messageOf(error));
  }
}

await runMain(async () => {
  const values = readFlags();
  const episodes = readNumber('episodes', values.episodes);
  const seed = readNumber('seed', values.seed);
  await ensureNodeModules();
  const { failures } = await runTests(['chaos'], {
    env: { ...process.env, SIDETONE_CHAOS_EPISODES: episodes, SIDETONE_CHAOS_SEED: seed },
  });
  return failures.length === 0 ? 0 : 1;
});
