import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { projectRoot } from '../setup/folders.mjs';
import { ScriptError } from '../setup/say.mjs';

/** Chromium where Debian installs it; another one is named by the environment. */
const EXECUTABLE = process.env.SIDETONE_CHROMIUM ?? '/usr/bin/chromium';
const SIZE = { width: 380, height: 640 };
const CALL_BAR_SIZE = { width: 320, height: 56 };
const COLOR_SCHEMES = /** @type {const} */ (['light', 'dark']);

/**
 * A state of the window, as `test/gallery/states.ts` lists them.
 *
 * @typedef {{ readonly name: string, readonly press?: readonly string[],
 *   readonly view?: 'call-bar' }} GalleryState
 */

/**
 * Takes a picture of each state in light and dark, and saves them to docs/screens.
 *
 * @param {string} url of the gallery's server
 * @param {readonly GalleryState[]} states
 */
export async function takePictures(url, states) {
  const folder = join(projectRoot, 'docs', 'screens');
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: EXECUTABLE,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    for (const colorScheme of COLOR_SCHEMES) {
      const context = await browser.newContext({
        viewport: SIZE,
        colorScheme,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => {
        throw new ScriptError(message);
      });
      for (const { name, press = [], view } of states) {
        const size = view === 'call-bar' ? CALL_BAR_SIZE : SIZE;
        await page.setViewportSize(size);
        await page.goto(`${url}state.html?name=${name}`);
        await page.locator('section[aria-label="Current call"]').waitFor();
        for (const button of press) {
          await page.getByRole('button', { name: button, exact: true }).first().click();
        }
        await page.mouse.move(1, size.height - 1);
        await page.screenshot({
          path: join(folder, `${name}-${colorScheme}.png`),
          animations: 'disabled',
        });
      }
    }
  } finally {
    await browser.close();
  }
}
