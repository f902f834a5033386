import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../../support/eventually';
import { followChanges } from '../../support/journal';
import { onCall, showCall } from '../../support/telephone';
import { alert, button, currentCall, form } from '../../support/window';
import { test } from './app';

/** Every dialog throws while it is drawn, until the returned function is called. */
async function breakDialogs(page: Page): Promise<() => Promise<void>> {
  const restore = await page.evaluateHandle(() => {
    const { prototype } = HTMLDialogElement;
    const before = Object.getOwnPropertyDescriptor(prototype, 'showModal')!;
    prototype.showModal = () => {
      throw new Error('broken by the test');
    };
    return () => {
      Object.defineProperty(prototype, 'showModal', before);
    };
  });
  return () => restore.evaluate((mend) => mend());
}

test('a part of the window that fails says so and is logged, and leaves the rest usable', async ({
  sidetone,
}) => {
  const { app, page, simulator } = sidetone;
  const { id } = await showCall(sidetone, { from: '16601' });
  const changes = followChanges(simulator, 'genesys');
  const mend = await breakDialogs(page);
  await button(page, 'Settings').click();
  await eventually(() =>
    readFile(join(app.userDataDirectory, 'logs', 'sidetone.log'), 'utf8').catch(() => ''),
  ).toContain('broken by the test');
  const failed = alert(page).filter({ hasText: 'This part of the window has stopped working.' });
  await failed.waitFor();
  await button(currentCall(page), 'Mute').click();
  await button(currentCall(page), 'Unmute').waitFor();
  expect(changes()).toEqual([onCall(id, 'MuteCall')]);

  await mend();
  await button(failed, 'Try again').click();
  await failed.waitFor({ state: 'detached' });
  await button(page, 'Settings').click();
  await form(page, 'Settings').waitFor();
  await page.keyboard.press('Escape');
  await form(page, 'Settings').waitFor({ state: 'detached' });
});
