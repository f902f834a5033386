import type { Page } from 'playwright-core';

/**
 * Waits until the page is ready, presses the buttons that lead to the state, and waits until all of it has
 * been loaded. The page itself provides the names of the buttons and of the heading, in its language.
 */
export async function reachState(page: Page, name: string): Promise<void> {
  const root = page.locator(`#root[data-state="${name}"]`);
  await root.locator('section[aria-label]').first().waitFor();
  const presses = (await root.getAttribute('data-press')) ?? '[]';
  for (const button of JSON.parse(presses) as string[]) {
    await page.getByRole('button', { name: button, exact: true }).first().click();
  }
  const heading = (await root.getAttribute('data-heading')) ?? '';
  if (heading !== '') {
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
  }
}
