import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { projectRoot } from '../setup/folders.mjs';
import { ScriptError } from '../setup/say.mjs';

/** Chromium's path on Debian, unless the environment names another one. */
const EXECUTABLE = process.env.SIDETONE_CHROMIUM ?? '/usr/bin/chromium';
const CALL_BAR_SIZE = { width: 320, height: 56 };
/** Fixed settings, so that the pictures do not depend on time and place. */
const NOW = new Date('2026-03-12T10:24:00Z');
const TIME_ZONE = 'UTC';

/**
 * A state of the window from `test/gallery/states.ts`, and a view from `test/gallery/views.ts`.
 *
 * @typedef {{ readonly name: string, readonly view?: 'call-bar', readonly height?: number }} GalleryState
 * @typedef {{
 *   readonly name: string,
 *   readonly states?: readonly string[],
 *   readonly isTall?: true,
 *   readonly query?: string,
 *   readonly options: import('playwright-core').BrowserContextOptions &
 *     { readonly viewport: { readonly width: number, readonly height: number } },
 * }} GalleryView
 */

/**
 * Takes a picture of each state in each view, and saves them to docs/screens.
 *
 * @param {string} url of the gallery's server
 * @param {readonly GalleryState[]} states
 * @param {readonly GalleryView[]} views
 * @param {(page: import('playwright-core').Page, name: string) => Promise<void>} reachState
 */
export async function takePictures(url, states, views, reachState) {
  const folder = join(projectRoot, 'docs', 'screens');
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: EXECUTABLE,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    for (const view of views) {
      const shown = states.filter(({ name }) => view.states?.includes(name) ?? true);
      if (shown.length === 0) continue;
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        timezoneId: TIME_ZONE,
        ...view.options,
      });
      const page = await context.newPage();
      await page.clock.setFixedTime(NOW);
      page.on('pageerror', ({ message }) => {
        throw new ScriptError(message);
      });
      for (const { name, view: kind, height } of shown) {
        const { viewport } = view.options;
        const size =
          kind === 'call-bar'
            ? CALL_BAR_SIZE
            : { ...viewport, ...(view.isTall && height !== undefined && { height }) };
        await page.setViewportSize(size);
        await page.goto(`${url}state.html?${view.query ?? ''}#${name}`);
        await reachState(page, name);
        await page.mouse.move(1, size.height - 1);
        await page.screenshot({
          path: join(folder, `${name}-${view.name}.png`),
          animations: 'disabled',
        });
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
}
