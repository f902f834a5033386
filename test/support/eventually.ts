import { expect } from 'vitest';

/**
 * How long a test waits for what it has caused, in ms: a window that redraws, a request that arrives, an
 * app that starts. On a quiet computer each takes milliseconds, an app about a second. But a computer that
 * also builds and runs three more apps may give a process no turn for seconds. So this is no requirement
 * on the app, and `npm run bench` measures its speed. It only decides when a test that is going to fail
 * says so: one that passes does not wait for it.
 */
export const PATIENCE_MS = 30_000;

/**
 * Polls until an assertion holds: `await eventually(() => page.title()).toBe('Sidetone')`. It is the only
 * way to poll in tests, so that no wait depends on how busy the computer is.
 */
export function eventually(probe: () => unknown, interval = 20): ReturnType<typeof expect.poll> {
  return expect.poll(probe, { timeout: PATIENCE_MS, interval });
}
