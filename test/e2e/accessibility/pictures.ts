import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { PROJECT_ROOT } from '../../support/electron';
import { eventually } from '../../support/eventually';
import type { Sidetone } from '../../support/sidetone';
import {
  button,
  connection,
  currentCall,
  participants,
  region,
  seeText,
} from '../../support/window';
import { test } from './app';

/** Whether to retake the pictures in the docs. Otherwise no tracked file changes. */
const MAKES_DOCS = process.env.SIDETONE_UPDATE_PICTURES === '1';

interface Picture {
  readonly file: string;
  readonly size: readonly [width: number, height: number];
  readonly colorScheme: 'light' | 'dark';
}

/** The last one has the size that the window opens in, for the tests after this one. */
const PICTURES: readonly Picture[] = [
  { file: 'window-wide.png', size: [900, 640], colorScheme: 'dark' },
  { file: 'window.png', size: [380, 640], colorScheme: 'light' },
];

async function take({ app, page }: Sidetone, picture: Picture): Promise<void> {
  const { file, size, colorScheme } = picture;
  await page.emulateMedia({ colorScheme });
  await app.electron.evaluate(
    ({ BrowserWindow }, [width, height]) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  );
  await eventually(() => page.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual(
    size,
  );
  // Scrolled to the top, with nothing under the pointer.
  await page.locator('main').evaluate((main) => main.scrollTo(0, 0));
  await page.mouse.move(1, 1);
  const folder = join(PROJECT_ROOT, 'out', 'test', 'pictures');
  await mkdir(folder, { recursive: true });
  const path = join(folder, file);
  await page.screenshot({ path, animations: 'disabled' });
  expect((await stat(path)).size).toBeGreaterThan(5_000);
  if (MAKES_DOCS) await rename(path, join(PROJECT_ROOT, 'docs', file));
}

test('the window during a call, for the README and the docs', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
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
  for (const picture of PICTURES) {
    await take(sidetone, picture);
  }
});
