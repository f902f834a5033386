import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { drivenApp, projectRoot } from '../setup/folders.mjs';
import { say, ScriptError } from '../setup/say.mjs';
import { withTemporaryFolder } from '../setup/temporary-folder.mjs';
import { followLines } from './follow-lines.mjs';
import { planFlags, planSteps, startsClock } from './plan.mjs';
import { playSteps, waitUntil } from './play-steps.mjs';

/** How long it may take from the app's start until Genesys is connected, in milliseconds. */
const CONNECT_LIMIT = 30_000;

/**
 * The environment without undefined variables.
 *
 * @param {NodeJS.ProcessEnv} environment
 */
function definedOnly(environment) {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

/**
 * Rejects with the message if the promise takes longer than the limit (milliseconds).
 *
 * @template Result
 * @param {number} limit
 * @param {Promise<Result>} promise
 * @param {string} message
 * @returns {Promise<Result>}
 */
async function within(limit, promise, message) {
  const timer = new AbortController();
  const late = wait(limit, undefined, { signal: timer.signal }).then(() => {
    throw new ScriptError(message);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    timer.abort();
  }
}

/**
 * Rejects when the app exits, with its last lines on standard error.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<never>}
 */
function failWhenEnded(child) {
  let output = '';
  child.stderr?.on('data', (chunk) => (output = (output + chunk).slice(-2000)));
  return new Promise((_, reject) => {
    child.once('close', () => {
      reject(new ScriptError(`The app exited before the scenario ended.\n${output.trim()}`));
    });
  });
}

/**
 * @param {import('playwright-core').ElectronApplication} app
 * @param {{ connected: Promise<number>, folder: string, signal: AbortSignal }} options
 */
async function drive(app, { connected, folder, signal }) {
  const page = await app.firstWindow();
  const scenarioFile = join(projectRoot, 'simulator', 'scenarios', 'demo.json');
  const scenario = JSON.parse(await readFile(scenarioFile, 'utf8'));
  const startedAt = await within(CONNECT_LIMIT, connected, 'Genesys was not connected in time.');
  await playSteps(page, planSteps(scenario), { startedAt, folder, signal }).catch(
    async (/** @type {unknown} */ error) => {
      await page.screenshot({ path: join(folder, 'failed.png') }).catch(() => undefined);
      throw error;
    },
  );
  await waitUntil(startedAt + scenario.endsAt * 1000, signal);
}

/**
 * Runs the demo scenario to its end in a real window and clicks the buttons in it. The trace goes to
 * standard output, the screenshots to `out/demo/`. Throws a ScriptError if a click is not possible or
 * the app exits.
 *
 * @param {object} options
 * @param {string} options.executable Electron's
 * @param {string[]} options.sandboxFlags see `sandboxFlags`
 * @param {string[]} options.flags the user's
 * @param {NodeJS.ProcessEnv} options.environment of a desktop session
 */
export async function runDemo({ executable, sandboxFlags, flags, environment }) {
  const { _electron } = await import('playwright-core');
  const folder = join(projectRoot, 'out', 'demo');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await withTemporaryFolder('demo', async (dataFolder) => {
    const plan = planFlags(flags, { traceFile: join(folder, 'trace.jsonl'), dataFolder });
    /** @type {(at: number) => void} */
    let connect = () => undefined;
    /** @type {Promise<number>} */
    const connected = new Promise((resolve) => (connect = resolve));
    const trace = await followLines(plan.traceFile, (line) => {
      console.log(line);
      if (startsClock(line)) connect(Date.now());
    });
    const driving = new AbortController();
    let app;
    try {
      app = await _electron.launch({
        executablePath: executable,
        args: [...sandboxFlags, drivenApp, ...plan.flags],
        env: definedOnly(environment),
        // Otherwise Playwright turns the sandbox off.
        chromiumSandbox: sandboxFlags.length === 0,
      });
      const ended = failWhenEnded(app.process());
      await Promise.race([drive(app, { connected, folder, signal: driving.signal }), ended]);
      say('The scenario has ended');
    } finally {
      driving.abort();
      await app?.close();
      await trace.stop();
    }
  });
}
