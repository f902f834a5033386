import type { Locator, Page } from 'playwright-core';
import { button, currentCall } from './window';

/** The named item in the More menu of the current call; `more` is the button of that menu. */
function entry(page: Page, name: string): Locator {
  return page.getByRole('menuitem', { name, exact: true });
}

/** Opens the More menu of the current call and leaves it open. */
export async function openMore(page: Page): Promise<Locator> {
  // A press by a pointer that has rested there since before a dialog closed is held back.
  await page.mouse.move(0, 0);
  await button(currentCall(page), 'More').click();
  const entries = page.getByRole('menu', { name: 'More', exact: true }).getByRole('menuitem');
  await entries.first().waitFor();
  return entries;
}

/** Chooses an item from the More menu of the current call. */
export async function chooseMore(page: Page, name: string): Promise<void> {
  await openMore(page);
  await entry(page, name).click();
}

/** The names of the items in the More menu. */
export async function listMore(page: Page): Promise<string[]> {
  const entries = await openMore(page);
  const names = await entries.evaluateAll((all) =>
    all.map(
      (one) =>
        document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent ?? '',
    ),
  );
  await page.keyboard.press('Escape');
  return names;
}

/** The two calls of a consultation, and the buttons that end it. */
export function consultation(page: Page): Locator {
  return page.getByRole('group', { name: 'Consultation', exact: true });
}

/** The call that is ringing during the current one. */
export function waitingCall(page: Page): Locator {
  return page.getByRole('region', { name: 'Waiting call', exact: true });
}
