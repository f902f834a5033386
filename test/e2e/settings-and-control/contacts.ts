import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { audit } from '../../support/axe';
import { followChanges } from '../../support/journal';
import { type Sidetone } from '../../support/sidetone';
import {
  button,
  combobox,
  currentCall,
  dialog,
  form,
  seeText,
  seeTexts,
} from '../../support/window';
import { test } from './app';

const TEAM = [
  'Name,Company,Mobile Phone',
  'Zoë de Wit,Harbor Light,(212) 555-0142',
  'Ada Marsh,,+1 212 555 0100',
  'Nobody,,',
].join('\r\n');

/** Makes the native dialog return this path from now on. */
async function chooseFile({ app }: Sidetone, content: string): Promise<void> {
  const file = join(await mkdtemp(join(tmpdir(), 'contacts-')), 'team.csv');
  await writeFile(file, content);
  await app.electron.evaluate(({ dialog: desktop }, chosen) => {
    desktop.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
}

async function openContacts(page: Page): Promise<Locator> {
  await button(page, 'Settings').click();
  const settings = form(page, 'Settings');
  await button(settings, 'Contacts').click();
  return settings;
}

test('contacts are imported after a preview, found by typing and dialed with the keyboard: Dial', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  await chooseFile(sidetone, TEAM);
  const settings = await openContacts(page);
  await button(settings, 'Import contacts…').click();
  const preview = form(page, 'Import team.csv');
  await seeText(preview, '2 contacts will be added.');
  await seeText(preview, 'Line 4: it has no telephone number');
  await button(preview, 'Import').click();
  await seeTexts(settings.getByRole('list', { name: 'Contacts' }).getByRole('listitem'), [
    /Ada Marsh/,
    /Zoë de Wit[\s\S]*Harbor Light[\s\S]*Mobile \(212\) 555-0142/,
  ]);
  await button(settings, 'Add Zoë de Wit to favorites').click();
  await button(settings, 'Remove Zoë de Wit from favorites').waitFor();
  await audit(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await settings.waitFor({ state: 'detached' });

  const asked = followChanges(simulator, 'genesys');
  await page.keyboard.press('Control+N');
  const dialing = form(page, 'Dial a number');
  const field = combobox(dialing, 'Number');
  const options = dialing.getByRole('option');
  await seeTexts(options, [/^FavoriteZoë de Wit|^Zoë de Wit/]);
  await page.keyboard.type('marsh');
  await seeTexts(options, [/Ada Marsh/]);
  // Typing alone chooses nobody.
  expect(await field.getAttribute('aria-activedescendant')).toBeNull();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await field.inputValue()).toBe('+1 212 555 0100');
  await page.keyboard.press('Enter');
  await dialing.waitFor({ state: 'detached' });
  await seeText(currentCall(page), 'Dialing');
  expect(asked().map(({ parameters }) => parameters)).toEqual([
    { operationName: 'Dial', destination: { phoneNumber: '+12125550100' } },
  ]);
  await currentCall(page).getByRole('heading', { name: 'Ada Marsh', exact: true }).waitFor();
  await seeText(currentCall(page), /from your contacts/);
  const row = page.getByRole('list', { name: 'Participants' }).getByRole('listitem');
  await seeTexts(row, [/Ada Marsh\s*\+12125550100/]);

  await button(currentCall(page), 'Hang up').click();
  await button(page, 'Call back Ada Marsh').waitFor();
  await button(page, 'History').click();
  const history = form(page, 'History');
  await history.getByRole('searchbox').fill('marsh');
  await seeTexts(history.getByRole('listitem'), [
    /Hang up[\s\S]*Ada Marsh \(\+12125550100\)/,
    /Ada Marsh · \+12125550100/,
    /Dial Ada Marsh \(\+12125550100\)/,
  ]);
  await page.keyboard.press('Escape');
});

test('imported contacts are removed after confirmation', async ({ sidetone }) => {
  const { page } = sidetone;
  const settings = await openContacts(page);
  await button(settings, 'Remove imported contacts').click();
  await button(dialog(page, 'Remove all imported contacts?'), 'Remove').click();
  await seeText(settings, 'There are no contacts yet.');
  await button(settings, 'Close').click();
  await settings.waitFor({ state: 'detached' });
});
