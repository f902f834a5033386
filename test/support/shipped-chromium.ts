import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Snapshot } from '../../contract/snapshot';
import { CONTENT_SECURITY_POLICY } from '../../main/security/content-security-policy';
import { PROJECT_ROOT } from './electron';

/** Debian's Chromium, from the branch that the shipped Electron is based on. */
const EXECUTABLE = '/usr/bin/chromium';
/** Never resolved, because every request is answered here. */
const ORIGIN = 'https://window.test';
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

export function launchShippedChromium(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: ['--disable-background-networking', ...(asRoot ? ['--no-sandbox'] : [])],
  });
}

/** A page with the built window, its console messages and its violations of the security policy. */
export interface WindowPage {
  readonly page: Page;
  readonly problems: readonly string[];
}

/** Opens the built window with a bridge that returns this snapshot and does nothing else. */
export async function openWindowPage(browser: Browser, snapshot: Snapshot): Promise<WindowPage> {
  const context = await browser.newContext({ viewport: { width: 380, height: 640 } });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('requestfailed', (request) => problems.push(`not loaded: ${request.url()}`));
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({
      body: await readFile(join(PROJECT_ROOT, 'out', 'renderer', pathname)),
      contentType: CONTENT_TYPES[extname(pathname)] ?? 'application/octet-stream',
      headers: { 'Content-Security-Policy': CONTENT_SECURITY_POLICY },
    });
  });
  await page.addInitScript((known) => {
    const bridge: Record<string, unknown> = {
      getSnapshot: () => Promise.resolve({ ok: true, value: known }),
      onSnapshot: () => () => undefined,
    };
    const doNothing = () => Promise.resolve({ ok: true, value: null });
    Object.assign(window, {
      sidetone: new Proxy(bridge, { get: (entries, name: string) => entries[name] ?? doNothing }),
    });
  }, snapshot);
  await page.goto(`${ORIGIN}/index.html`);
  return { page, problems };
}
