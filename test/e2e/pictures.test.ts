import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { PROJECT_ROOT } from '../support/electron';
import { testInSidetone } from '../support/sidetone';
import { button, connection, currentCall, participants, region, seeText } from '../support/window';

/** The picture in the README is made anew when this says so; otherwise no tracked file changes. */
const MAKES_DOCS = process.env.SIDETONE_UPDATE_PICTURES === '1';

const test = testInSidetone();

test('the window during a call, as the README shows it', async ({ sidetone }) => {
  const { app, page, simulator } = sidetone;
  for (const vendor of ['Genesys', 'Telesocial', 'Bandwidth', 'Verba']) {
    await seeText(connection(page, vendor), `${vendor}: Connected`);
  }
  const { id } = simulator.genesys.arrive({
    from: '+12125550142',
    formatted: '(212) 555-0142',
    isOwner: true,
  });
  simulator.genesys.answer(id);
  simulator.genesys.join(id, { number: '15002' }, true);
  await button(page, 'Start TalkSpace').click();
  await region(page, 'TalkSpace').waitFor();
  await seeText(currentCall(page), 'Established');
  await participants(page).nth(1).waitFor();
  await page.emulateMedia({ colorScheme: 'light' });
  // Tall enough to show everything at once.
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(380, 760),
  );
  await expect.poll(() => page.evaluate(() => window.innerHeight)).toBe(760);

  const folder = join(PROJECT_ROOT, 'out', 'test', 'pictures');
  await mkdir(folder, { recursive: true });
  const picture = join(folder, 'window.png');
  await page.screenshot({ path: picture });
  expect((await stat(picture)).size).toBeGreaterThan(5_000);
  if (MAKES_DOCS) await rename(picture, join(PROJECT_ROOT, 'docs', 'window.png'));
});
