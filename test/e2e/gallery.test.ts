import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { STATES } from '../gallery/states';
import { audit } from '../support/axe';
import { buildGallery, openGallery, showState } from '../support/gallery';
import { launchShippedChromium } from '../support/shipped-chromium';

describe('has no axe violations in light, dark and forced colors', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    await buildGallery();
    browser = await launchShippedChromium();
    page = await openGallery(browser);
  });
  afterAll(() => browser.close());

  test.each(STATES.map(({ name }) => name))('the state %s', async (name) => {
    await showState(page, name);
    await audit(page);
  });
});
