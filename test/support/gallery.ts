import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { reachState } from '../gallery/reach-state';
import { PROJECT_ROOT } from './electron';

/** Never resolved, because every request is answered here. */
const ORIGIN = 'https://gallery.test';
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Builds the component gallery that the pictures are taken of. */
export async function buildGallery(): Promise<void> {
  const vite = join(PROJECT_ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '-c', 'vite.gallery.config.ts'], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

/** Opens a page that can show the states of the built gallery. */
export async function openGallery(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 380, height: 640 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({
      body: await readFile(join(PROJECT_ROOT, 'out', 'gallery', pathname)),
      contentType: CONTENT_TYPES[extname(pathname)] ?? 'application/octet-stream',
    });
  });
  return page;
}

/** Shows a state of the gallery. */
export async function showState(page: Page, name: string): Promise<void> {
  // Where there is nothing to hover over.
  await page.mouse.move(0, 0);
  await page.goto(`${ORIGIN}/state.html#${name}`);
  await reachState(page, name);
}
