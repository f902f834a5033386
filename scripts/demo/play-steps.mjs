import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { messageOf, say, ScriptError } from '../setup/say.mjs';

/** The limit for a button to appear and be enabled, in milliseconds. */
const PRESS_LIMIT = 15_000;

/**
 * Waits until a time in milliseconds, as in Date.now().
 *
 * @param {number} time
 * @param {AbortSignal} signal
 */
export function waitUntil(time, signal) {
  return wait(Math.max(0, time - Date.now()), undefined, { signal });
}

/**
 * The element to press, by role and name, and the element around it.
 *
 * @typedef {{ role?: 'button' | 'alertdialog' | 'list' | 'listitem' | 'region', name: string }} Target
 * @typedef {object} Step
 * @property {number} at in seconds from the start of the scenario
 * @property {Target & { within?: Target }} [press]
 * @property {{ dialog: string, button: string }} [confirm]
 * @property {string} [screenshot] the name of a picture
 */

/**
 * @param {import('playwright-core').Page | import('playwright-core').Locator} scope
 * @param {Target} target
 */
function find(scope, { role = 'button', name }) {
  return scope.getByRole(role, { name, exact: true });
}

/**
 * @param {import('playwright-core').Page} page
 * @param {Target & { within?: Target }} target
 * @param {Step['confirm']} confirm
 */
async function press(page, target, confirm) {
  const scope = target.within ? find(page, target.within) : page;
  await find(scope, target).click({ timeout: PRESS_LIMIT });
  if (!confirm) return;
  const dialog = find(page, { role: 'alertdialog', name: confirm.dialog });
  await find(dialog, { name: confirm.button }).click({ timeout: PRESS_LIMIT });
}

/**
 * Plays the user's steps of a scenario, with real clicks on elements found by role and name.
 *
 * @param {import('playwright-core').Page} page
 * @param {Step[]} steps in order of time, `at` in seconds after `startedAt`
 * @param {object} options
 * @param {number} options.startedAt in milliseconds, as in Date.now()
 * @param {string} options.folder for the screenshots
 * @param {AbortSignal} options.signal stops playing
 */
export async function playSteps(page, steps, { startedAt, folder, signal }) {
  for (const step of steps) {
    await waitUntil(startedAt + step.at * 1000, signal);
    if (step.screenshot) {
      const path = join(folder, `${step.screenshot}.png`);
      await page.screenshot({ path });
      say(`Saved ${path}`);
      continue;
    }
    if (step.press === undefined) continue;
    const { name } = step.press;
    say(`Pressing "${name}"`);
    await press(page, step.press, step.confirm).catch((/** @type {unknown} */ error) => {
      const reason = stripVTControlCharacters(messageOf(error));
      throw new ScriptError(`Could not press "${name}" at ${step.at} s: ${reason}`);
    });
  }
}
