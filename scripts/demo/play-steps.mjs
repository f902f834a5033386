import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say, ScriptError } from '../setup/say.mjs';

/** How long a button may take to appear and to be enabled, in milliseconds. */
const PRESS_LIMIT = 15_000;

function find(scope, { role = 'button', name }) {
  return scope.getByRole(role, { name, exact: true });
}

async function press(page, { press: target, confirm }) {
  const scope = target.within ? find(page, target.within) : page;
  await find(scope, target).click({ timeout: PRESS_LIMIT });
  if (!confirm) return;
  const dialog = find(page, { role: 'alertdialog', name: confirm.dialog });
  await find(dialog, { name: confirm.button }).click({ timeout: PRESS_LIMIT });
}

/**
 * Plays the steps of a scenario that are a user's, by real clicks on what has the role and the name.
 *
 * @param {import('playwright-core').Page} page
 * @param {object[]} steps in order of time, `at` in seconds after `startedAt`
 * @param {object} options
 * @param {number} options.startedAt in milliseconds, as of Date.now()
 * @param {string} options.folder for the pictures
 */
export async function playSteps(page, steps, { startedAt, folder }) {
  for (const step of steps) {
    await wait(Math.max(0, startedAt + step.at * 1000 - Date.now()));
    if (step.screenshot) {
      const path = join(folder, `${step.screenshot}.png`);
      await page.screenshot({ path });
      say(`Saved ${path}`);
      continue;
    }
    say(`Pressing "${step.press.name}"`);
    await press(page, step).catch((error) => {
      const [reason] = error.message.split('\n');
      throw new ScriptError(`Could not press "${step.press.name}" at ${step.at} s: ${reason}`);
    });
  }
}
