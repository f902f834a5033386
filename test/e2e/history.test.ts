import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import { DEFAULT_PREFERENCES } from '../../contract/preferences';
import { startSimulator } from '../../simulator/simulator';
import { launchApp } from '../support/app';
import { eventually } from '../support/eventually';
import { requestsOf, testInSidetone, type Sidetone } from '../support/sidetone';
import { testInFolder } from '../support/temporary-folder';
import { button, currentCall, dialog, seeText, seeTexts } from '../support/window';

const test = testInSidetone();

function history(page: Page): Locator {
  return page.getByRole('dialog', { name: 'History', exact: true });
}

function entries(page: Page): Locator {
  return history(page).getByRole('listitem');
}

async function openHistory(page: Page): Promise<Locator> {
  await button(page, 'History').click();
  const shown = history(page);
  await shown.waitFor();
  return shown;
}

/** Makes the native dialog return this path from now on; undefined means Cancel. */
async function chooseFile({ app }: Sidetone, filePath: string | undefined): Promise<void> {
  await app.electron.evaluate(({ dialog: desktop }, chosen) => {
    desktop.showSaveDialog = (...parameters: unknown[]) => {
      Object.assign(desktop, { asked: parameters.at(-1) });
      return Promise.resolve(
        chosen === undefined
          ? { canceled: true, filePath: '' }
          : { canceled: false, filePath: chosen },
      );
    };
  }, filePath);
}

/** Plays a call that is answered, muted with the button and ended. */
async function haveCall({ app, page, simulator }: Sidetone, from: string): Promise<void> {
  const { id } = simulator.genesys.arrive({ from });
  simulator.genesys.answer(id);
  await seeText(currentCall(page), 'Established');
  const before = (await app.trace()).length;
  await button(currentCall(page), 'Mute').click();
  await app.waitForTrace({ kind: 'command', action: 'mute', outcome: 'confirmed' }, before);
  simulator.genesys.release(id);
  await app.waitForTrace({ kind: 'call', state: 'ended' }, before);
}

test('lists calls and actions, and finds them by typing', async ({ sidetone }) => {
  const { page } = sidetone;
  await haveCall(sidetone, '15901');
  await haveCall(sidetone, '15902');
  const shown = await openHistory(page);
  const field = shown.getByRole('searchbox', { name: 'Search the history' });
  expect(await field.evaluate((node) => node === document.activeElement)).toBe(true);

  await field.fill('15901 telephone');
  await seeTexts(entries(page), [/Telephone call[\s\S]*15901[\s\S]*Answered[\s\S]*Lasted/]);
  await field.fill('MUTE done 902');
  await seeTexts(entries(page), [/Mute[\s\S]*15902[\s\S]*Done/]);
  await seeText(shown, '1 entry');
  await field.fill('nobody of this name');
  await seeText(shown, 'Nothing matches “nobody of this name”.');

  // As in every search field, the first Escape clears it.
  await page.keyboard.press('Escape');
  expect(await field.inputValue()).toBe('');
  await page.keyboard.press('Escape');
  await shown.waitFor({ state: 'detached' });
});

test('lists only the missed calls, and calls back', async ({ sidetone }) => {
  const { app, page, simulator } = sidetone;
  const before = (await app.trace()).length;
  const { id } = simulator.genesys.arrive({ from: '15903' });
  await app.waitForTrace({ kind: 'call', state: 'ringing' }, before);
  simulator.genesys.release(id);
  await app.waitForTrace({ kind: 'call', state: 'ended' }, before);
  const shown = await openHistory(page);
  const filter = shown.getByRole('combobox', { name: 'Show', exact: true });
  await filter.selectOption('Outgoing calls');
  await seeText(shown, 'There are no outgoing calls.');
  await filter.selectOption('Missed calls');
  await seeTexts(entries(page), [/Telephone call[\s\S]*15903[\s\S]*Incoming[\s\S]*Missed/]);

  await button(shown, 'Call back 15903').click();
  await app.waitForTrace({ kind: 'command', action: 'dial', outcome: 'confirmed' }, before);
  expect(requestsOf(simulator, 'Dial')).toHaveLength(1);
  const dialed = await app.waitForTrace({ kind: 'call', state: 'dialing' }, before);
  simulator.genesys.release(String(dialed.id).replace('genesys:', ''));
});

test('is exported to the file that the agent chooses', async ({ sidetone }) => {
  const { app, page } = sidetone;
  await haveCall(sidetone, '15903');
  const shown = await openHistory(page);
  await shown.getByRole('searchbox').fill('15903');
  const files = {
    csv: join(app.userDataDirectory, 'my history.csv'),
    json: join(app.userDataDirectory, 'my history.json'),
  };

  await chooseFile(sidetone, undefined);
  await button(shown, 'Export CSV').click();
  await eventually(() =>
    app.electron.evaluate(({ dialog: desktop }): unknown => Reflect.get(desktop, 'asked')),
  ).toMatchObject({
    defaultPath: expect.stringMatching(/^sidetone-history-\d{4}-\d\d-\d\d\.csv$/) as unknown,
  });
  expect(await shown.getByText('Exported to').count()).toBe(0);

  await chooseFile(sidetone, files.csv);
  await button(shown, 'Export CSV').click();
  await seeText(shown, `Exported to ${files.csv}`);
  const csv = await readFile(files.csv, 'utf8');
  expect(csv).toMatch(
    /^\uFEFF"Time","Ended","What","Who","Outcome","Why","Direction","About","Wrap-up outcome","Note"\r\n/,
  );
  expect(csv).toMatch(/,"Mute","15903","Done","","","","",""\r\n/);
  expect(csv).toMatch(/,"Telephone call","15903","Answered","","Incoming","","",""\r\n/);

  await chooseFile(sidetone, files.json);
  await button(shown, 'Export JSON').click();
  await seeText(shown, `Exported to ${files.json}`);
  expect(JSON.parse(await readFile(files.json, 'utf8'))).toContainEqual(
    expect.objectContaining({ kind: 'call', parties: ['15903'], wasAnswered: true }),
  );

  await chooseFile(sidetone, join(app.userDataDirectory, 'no folder', 'history.csv'));
  await button(shown, 'Export CSV').click();
  const alert = shown.getByRole('alert');
  await alert.getByText('The history could not be exported.').waitFor();
  expect(await alert.innerText()).toContain('history.csv cannot be written (ENOENT)');
  await button(shown, 'Close').click();
});

test('is kept as long as the agent chooses, and removes entries only after confirmation', async ({
  sidetone,
}) => {
  const { app, page } = sidetone;
  const shown = await openHistory(page);
  const keepFor = shown.getByRole('combobox', { name: 'Keep for' });
  await eventually(() => keepFor.inputValue()).toBe('30');
  const saved = async (): Promise<unknown> =>
    JSON.parse(await readFile(join(app.userDataDirectory, 'preferences.json'), 'utf8'));

  await keepFor.selectOption('90 days');
  await eventually(saved).toEqual({ version: 1, historyDays: 90, ...DEFAULT_PREFERENCES });
  await keepFor.selectOption('7 days');
  const confirmation = dialog(page, 'Keep the history for 7 days only?');
  await button(confirmation, 'Cancel').click();
  expect(await keepFor.inputValue()).toBe('90');
  await keepFor.selectOption('7 days');
  await button(confirmation, 'Remove older entries').click();
  await eventually(saved).toEqual({ version: 1, historyDays: 7, ...DEFAULT_PREFERENCES });
  await eventually(() => keepFor.inputValue()).toBe('7');
  await button(shown, 'Close').click();
});

test('is cleared after confirmation', async ({ sidetone }) => {
  const { app, page } = sidetone;
  await haveCall(sidetone, '15904');
  const shown = await openHistory(page);
  await shown.getByText('15904').first().waitFor();
  await button(shown, 'Clear history').click();
  const confirmation = dialog(page, 'Clear the history?');
  await confirmation.waitFor();
  // Escape cancels the confirmation, and not the dialog below it.
  await page.keyboard.press('Escape');
  await confirmation.waitFor({ state: 'detached' });
  expect(await entries(page).count()).toBeGreaterThan(0);

  await button(shown, 'Clear history').click();
  await button(confirmation, 'Clear').click();
  await seeText(shown, 'Nothing has happened yet.');
  const kept = await readFile(join(app.userDataDirectory, 'journal.jsonl'), 'utf8');
  expect(kept).not.toContain('15904');
  await button(shown, 'Close').click();

  await haveCall(sidetone, '15905');
  await openHistory(page);
  await history(page).getByText('15905').first().waitFor();
  expect(await history(page).getByText('15904').count()).toBe(0);
  await page.keyboard.press('Escape');
});

/** A line of the journal about a call with a person called "Party NUMBER". */
function callLine(number: number, at: number, state: string): string {
  return JSON.stringify({
    t: new Date(at).toISOString(),
    kind: 'call',
    id: `genesys:earlier-${number}`,
    line: 'genesys',
    state,
    muted: false,
    held: false,
    participants: [`Party ${number}`],
  });
}

testInFolder('of earlier runs is shown if it is recent enough', async ({ folder }) => {
  const journal = join(folder, 'journal.jsonl');
  const now = Date.now();
  const lines = Array.from({ length: 400 }, (_, number) => {
    // Ten entries a day, from 39 days ago.
    const at = now - (39.95 - number / 10) * 24 * 60 * 60 * 1_000;
    return [callLine(number, at, 'Established'), callLine(number, at + 60_000, 'Ended')];
  });
  await writeFile(journal, `${lines.flat().join('\n')}\n`);
  const simulator = await startSimulator();
  onTestFinished(() => simulator.close());
  const { version, agent, genesys } = simulator.profile;
  const app = await launchApp({
    profile: { version, agent, genesys },
    userDataDirectory: folder,
  });
  onTestFinished(() => app.close());

  const shown = await openHistory(app.page);
  await seeText(shown, '300 entries');
  expect(await readFile(journal, 'utf8')).not.toContain('Party 99"');
  expect(await readFile(journal, 'utf8')).toContain('Party 100"');

  // Only the visible part is rendered.
  await shown.getByText('Party 399', { exact: true }).waitFor();
  expect(await entries(app.page).count()).toBe(100);
  const list = shown.getByRole('region', { name: 'What happened' });
  await eventually(async () => {
    await list.evaluate((node) => node.scrollTo({ top: node.scrollHeight }));
    return entries(app.page).count();
  }).toBe(300);
  await shown.getByText('Party 100', { exact: true }).waitFor();
});

testInFolder('of a demo is shown, and nothing is written to disk', async ({ folder }) => {
  const app = await launchApp({ flags: ['--demo'], userDataDirectory: folder });
  onTestFinished(() => app.close());
  await app.waitForTrace({ kind: 'call', line: 'genesys' });
  const shown = await openHistory(app.page);
  await shown.getByText('Telephone call', { exact: true }).first().waitFor();
  await shown.getByRole('combobox', { name: 'Keep for' }).selectOption('90 days');
  await button(shown, 'Close').click();
  await openHistory(app.page);
  await eventually(() => shown.getByLabel('Keep for').inputValue()).toBe('90');
  const kept = (await readdir(folder)).filter((name) => /^journal|^preferences/.test(name));
  expect(kept).toEqual([]);
});

const violationsSchema = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

test('has no axe violations in light and dark', async ({ sidetone }) => {
  const { page } = sidetone;
  await haveCall(sidetone, '15906');
  const shown = await openHistory(page);
  await shown.getByText('15906').first().waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = violationsSchema.parse(await page.evaluate(`${axe.source};axe.run()`));
    expect(found.violations, `in ${colorScheme}`).toEqual([]);
  }
  await page.keyboard.press('Escape');
});
