import { expect } from 'vitest';

/**
 * How long a test waits for an effect, in ms: a redraw of the window, a request, the start of an app. On an
 * idle computer each takes milliseconds, and the start about a second. On a computer that is also building
 * and running three more apps, a process may not be scheduled for seconds. So this is not a requirement on
 * the app's speed, which `npm run bench` measures. It only decides how soon a failing test fails. A passing
 * test never waits that long.
 */
export const EVENTUALLY_TIMEOUT_MS = 30_000;

/**
 * Polls until an assertion holds: `await eventually(() => page.title()).toBe('Sidetone')`. Tests poll in no
 * other way, so that no result depends on how busy the computer is.
 */
export function eventually(probe: () => unknown, interval = 20): ReturnType<typeof expect.poll> {
  return expect.poll(probe, { timeout: EVENTUALLY_TIMEOUT_MS, interval });
}
