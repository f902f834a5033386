import { expect } from 'vitest';
import { form } from '../../support/window';
import { test } from './app';

test('F1 opens the guide with its pictures and its link to the shortcuts', async ({
  sidetone: { page },
}) => {
  await page.keyboard.press('F1');
  const help = form(page, 'Help');
  await help.getByRole('heading', { name: 'During a call' }).waitFor();

  const pictures = help.getByRole('img');
  expect(await pictures.count()).toBeGreaterThan(3);
  for (const picture of await pictures.all()) {
    await picture.evaluate(async (image) => {
      if (image instanceof HTMLImageElement) await image.decode();
    });
  }

  // Links scroll to a part of the page or open another page; a page outside the app is not a link.
  await help.getByRole('link', { name: 'Messages', exact: true }).click();
  await help.getByRole('heading', { name: 'Messages' }).waitFor();
  expect(await help.getByRole('link', { name: 'trace' }).count()).toBe(0);
  await help.getByRole('link', { name: 'list of shortcuts' }).click();
  await help.getByRole('cell', { name: 'Ctrl+K', exact: true }).waitFor();

  await help.getByRole('link', { name: 'guide' }).click();
  await help.getByRole('heading', { name: 'During a call' }).waitFor();

  await help.getByRole('button', { name: 'Close' }).click();
  await help.waitFor({ state: 'detached' });
});
