import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { STATES } from '../gallery/states';
import { audit } from '../support/axe';
import { buildGallery, openGallery, showState } from '../support/gallery';
import { launchShippedChromium } from '../support/shipped-chromium';

/** The forms of the other services are the same as that of Genesys, with other fields. */
const SAME_FORM = ['telesocial', 'bandwidth', 'twilio', 'verba'].map((page) => `settings-${page}`);
const LONG = 'A longer text, as when a service says why something did not work. '.repeat(4);

let browser: Browser;
let page: Page;
const errors: string[] = [];
beforeAll(async () => {
  await buildGallery();
  browser = await launchShippedChromium();
  page = await openGallery(browser);
  page.on('pageerror', ({ message }) => errors.push(message));
});
// An error that is thrown when a state is left is noticed in the next one.
afterEach(() => expect(errors.splice(0)).toEqual([]));
afterAll(() => browser.close());

/** Replaces the element's text, as if the call or a service had changed. */
async function say(element: Locator, text: string): Promise<void> {
  await element.evaluate((shown, said) => {
    shown.textContent = said;
    return new Promise((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined))),
    );
  }, text);
}

describe('has no axe violations in light, dark and forced colors', () => {
  const audited = STATES.map(({ name }) => name).filter((name) => !SAME_FORM.includes(name));
  test.each(audited)('the state %s', async (name) => {
    await showState(page, name);
    await audit(page);
  });
});

test.each(['call-bar', 'waiting-call', 'consultation', 'people', 'no-call'])(
  'from right to left, a long name is cut at its end: %s',
  async (state) => {
    await showState(page, state);
    const firstLetters = await page.evaluate((long) => {
      document.documentElement.dir = 'rtl';
      // Alone on its line, which a translated label around it would not be.
      const names = [...document.querySelectorAll('bdi:only-child:not([dir])')].filter(
        ({ parentElement: line, textContent }) =>
          line?.textContent === textContent && getComputedStyle(line).whiteSpace === 'nowrap',
      );
      return names.map((name) => {
        name.textContent = long;
        const letter = document.createRange();
        letter.setStart(name.firstChild!, 0);
        letter.setEnd(name.firstChild!, 1);
        const line = name.parentElement!.getBoundingClientRect();
        return letter.getBoundingClientRect().x >= line.x;
      });
    }, LONG);
    expect(firstLetters.length).toBeGreaterThan(0);
    expect(firstLetters).not.toContain(false);
  },
);

test.each([
  ['remove', 'alertdialog'],
  ['wrap-up-later', 'dialog'],
] as const)(
  'the buttons of the dialog %s do not move when its text changes',
  async (name, role) => {
    await showState(page, name);
    const dialog = page.getByRole(role);
    const cancel = dialog.getByRole('button', { name: 'Cancel' });
    const place = await cancel.boundingBox();
    expect(place).not.toBeNull();
    for (const text of [LONG, 'Short.', LONG.repeat(8)]) {
      await say(dialog.locator('p').first(), text);
      expect(await cancel.boundingBox(), text.slice(0, 20)).toEqual(place);
      expect((await dialog.boundingBox())!.y).toBeGreaterThanOrEqual(0);
    }
  },
);

test('the services do not move under the pointer when the text of one becomes longer', async () => {
  await showState(page, 'connections');
  const services = page.getByRole('list', { name: 'Connections' }).getByRole('listitem');
  await services.nth(2).hover();
  // The first move only enters the list.
  await services.nth(2).hover({ position: { x: 20, y: 12 } });
  const place = await services.nth(2).boundingBox();
  await say(services.first().locator('span').last(), LONG);
  expect(await services.nth(2).boundingBox()).toEqual(place);
});
