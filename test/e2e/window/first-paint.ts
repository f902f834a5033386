import { expect } from 'vitest';
import { test } from './app';

test('the first snapshot is painted before the components are loaded, and then accepts input', async ({
  sidetone: { page },
}) => {
  const start = await page.evaluate(() => {
    const startOf = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? 0;
    return {
      isDrawnByMain: document.getElementById('root')?.dataset.revision !== undefined,
      painted: startOf('first-contentful-paint'),
      components: startOf('components loaded'),
    };
  });
  expect(start.isDrawnByMain).toBe(true);
  expect(start.painted).toBeGreaterThan(0);
  expect(start.painted).toBeLessThan(start.components);
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByRole('dialog').waitFor();
});

test('a reloaded page is drawn by its own scripts, from the current snapshot', async ({
  sidetone: { app, page, simulator },
}) => {
  simulator.genesys.arrive({ from: '15001', state: 'Established' });
  await page.getByRole('heading', { name: '15001' }).waitFor();
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.reload(),
  );
  await page.locator('#root:not([data-revision])').waitFor({ state: 'attached' });
  await page.getByRole('heading', { name: '15001' }).waitFor();
  expect(await page.locator('#root').getAttribute('inert')).toBeNull();
});
