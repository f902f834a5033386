import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { audit } from '../../support/axe';
import { eventually } from '../../support/eventually';
import { followChanges } from '../../support/journal';
import { pressKeys } from '../../support/press-keys';
import { type Sidetone } from '../../support/sidetone';
import { onCall, showCall } from '../../support/telephone';
import { button, seeText } from '../../support/window';
import { test } from './app';

function dialog({ page }: Sidetone) {
  return page.getByRole('dialog', { name: 'Settings' });
}

async function openPage(sidetone: Sidetone, name: string): Promise<void> {
  await button(sidetone.page, 'Settings').click();
  await dialog(sidetone).getByRole('button', { name }).click();
  await dialog(sidetone).getByRole('region', { name }).waitFor();
}

describe('the settings', () => {
  test('take effect at once: theme, size, and keeping the window above others', async ({
    sidetone,
  }) => {
    const { page } = sidetone;
    // Playwright emulates a light theme by default.
    await page.emulateMedia({ colorScheme: null });
    const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    const width = () => page.evaluate(() => innerWidth);
    await openPage(sidetone, 'General');
    await dialog(sidetone).getByRole('radio', { name: 'Dark' }).click();
    await eventually(isDark).toBe(true);
    await dialog(sidetone).getByRole('radio', { name: 'Light' }).click();
    await eventually(isDark).toBe(false);
    const before = await width();
    const size = dialog(sidetone).getByLabel('Size of text and controls');
    await size.selectOption('125%');
    await eventually(width).toBe(Math.round(before / 1.25));
    await size.selectOption('100%');
    await eventually(width).toBe(before);
    await dialog(sidetone).getByRole('radio', { name: 'Same as the system' }).click();
    const onTop = dialog(sidetone).getByRole('checkbox', { name: 'Keep the window above other' });
    const isOnTop = () =>
      sidetone.app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.isAlwaysOnTop(),
      );
    await onTop.click();
    await eventually(isOnTop).toBe(true);
    await onTop.click();
    await eventually(isOnTop).toBe(false);
    await button(page, 'Back').click();
    await page.keyboard.press('Escape');
    await eventually(() => dialog(sidetone).count()).toBe(0);
  });

  test('show a report without secrets, and save it as shown', async ({ sidetone }) => {
    const { app, page, simulator } = sidetone;
    const file = join(app.userDataDirectory, 'diagnostics.txt');
    await app.electron.evaluate(({ dialog: desktop }, filePath) => {
      desktop.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    await openPage(sidetone, 'Diagnostics');
    await button(page, 'Show the report').click();
    const report = await dialog(sidetone).getByRole('textbox', { name: 'Report' }).inputValue();
    expect(report).toContain(`"baseUrl": "${simulator.profile.genesys.baseUrl}"`);
    expect(report).toMatch(/ genesys connected/);
    expect(report).not.toContain(`"${simulator.profile.genesys.password}"`);

    await button(page, 'Save the report').click();
    await dialog(sidetone).getByText(`Saved to ${file}`).waitFor();
    expect(await readFile(file, 'utf8')).toBe(report);
    await button(page, 'Close').click();
  });

  test('set a global shortcut for mute, and report conflicting keys', async ({ sidetone }) => {
    const { app, page, simulator } = sidetone;
    await openPage(sidetone, 'Shortcuts');
    const mute = dialog(sidetone).getByRole('textbox', { name: 'Mute or unmute' });
    const show = dialog(sidetone).getByRole('textbox', { name: 'Show Sidetone' });
    await mute.press('Control+C');
    await dialog(sidetone)
      .getByText(/^Use at least two of Ctrl, Alt, Shift and Meta/)
      .waitFor();
    await mute.press('Control+Alt+M');
    await eventually(() => mute.inputValue()).toBe('Ctrl+Alt+M');
    await show.press('Control+Alt+M');
    await dialog(sidetone).getByText('These keys are already set for “Mute or unmute”.').waitFor();
    await audit(page);
    await show.press('Backspace');
    await eventually(() => show.inputValue()).toBe('');
    await button(page, 'Close').click();

    const asked = followChanges(simulator, 'genesys');
    const { id, region } = await showCall(sidetone, { from: '17010' });
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    await pressKeys('Control_L', 'Alt_L', 'm');
    await eventually(asked).toEqual([onCall(id, 'MuteCall')]);
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
    await seeText(region, 'Muted');
    expect(asked()).toHaveLength(1);
  });
});
