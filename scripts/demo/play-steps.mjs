import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { say, ScriptError } from '../setup/say.mjs';

/** The limit for a button to appear and be enabled, in milliseconds. */
const PRESS_LIMIT = 15_000;

/** Waits until a time in milliseconds, as in Date.now(). */
export function waitUntil(time, signal) {
  return wait(Math.max(0, time - Date.now()), undefined, { signal });
}

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
 * Plays the user's steps of a scenario, with real clicks on elements found by role and name.
 *
 * @param {import('playwright-core').Page} page
 * @param {object[]} steps in order of time, `at` in seconds after `startedAt`
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
    say(`Pressing "${step.press.name}"`);
    await press(page, step).catch((error) => {
      const reason = stripVTControlCharacters(error.message);
      throw new ScriptError(`Could not press "${step.press.name}" at ${step.at} s: ${reason}`);
    });
  }
}
