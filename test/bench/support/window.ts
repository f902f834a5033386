import { _electron, type Page } from 'playwright-core';
import type { Settings } from '../settings';
import { writeProfile } from './program';
import { withTemporaryFolder } from './temporary-folder';

/** Runs `use` with the real window of an app that is connected to the telephone service. */
export async function withWindow<Result>(
  settings: Settings,
  profile: unknown,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  return withTemporaryFolder(async (folder) => {
    const file = await writeProfile(folder, profile);
    const { executable, sandboxFlags, drivenApp } = settings;
    const app = await _electron.launch({
      executablePath: executable,
      args: [...sandboxFlags, drivenApp, '--profile', file, `--user-data-dir=${folder}`],
      chromiumSandbox: sandboxFlags.length === 0,
    });
    try {
      const page = await app.firstWindow();
      await page.getByText('Genesys: Connected').waitFor();
      return await use(page);
    } finally {
      await app.close();
    }
  });
}

/** The condition to wait for: whether an element with exactly this text exists. */
export interface ExpectedText {
  readonly selector: string;
  readonly text: string;
  readonly isPresent: boolean;
}

/** Watches the page from now on. The inner promise resolves with the time of the frame, see `momentNow`. */
export async function watchFor(page: Page, expected: ExpectedText): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle(
    ({ selector, text, isPresent }) => ({
      seenAt: new Promise<number>((resolve) => {
        const isSeen = (): boolean =>
          [...document.querySelectorAll(selector)].some((it) => it.textContent === text) ===
          isPresent;
        const observer = new MutationObserver(() => {
          if (!isSeen()) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            // A message is handled after the next frame has been drawn.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
            port2.postMessage(null);
          });
        });
        observer.observe(document, { subtree: true, childList: true, characterData: true });
      }),
    }),
    expected,
  );
  return () => watch.evaluate(({ seenAt }) => seenAt);
}

/** Fractional milliseconds since the epoch, on the same clock as in the page. */
export function epochNow(): number {
  return performance.timeOrigin + performance.now();
}

/** The time between two frames of the page, in ms. */
export function measureFrame(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame((first) => {
          requestAnimationFrame((second) => resolve(second - first));
        });
      }),
  );
}
