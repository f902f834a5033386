import { describe, expect } from 'vitest';
import { audit } from '../../support/axe';
import { chooseMore } from '../../support/call-panel';
import { eventually } from '../../support/eventually';
import type { Sidetone } from '../../support/sidetone';
import { alert, button, currentCall, dialog, region, seeText } from '../../support/window';
import { test } from './app';

/** Expects no horizontal overflow at the smallest size, with and without zoom, and at a wide one. */
async function measure({ app, page }: Sidetone): Promise<void> {
  for (const [width, height] of [
    [900, 700],
    [380, 640],
  ] as const) {
    await app.electron.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as [number, number],
    );
    await eventually(() => page.evaluate(() => window.innerWidth)).toBe(width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await enlarge(app, 2);
  await eventually(() => page.evaluate(() => window.innerWidth)).toBe(190);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(190);
  await enlarge(app, 1);
  await eventually(() => page.evaluate(() => window.innerWidth)).toBe(380);
}

async function enlarge({ electron }: Sidetone['app'], factor: number): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom),
    factor,
  );
}

// `gallery.test.ts` audits every state of the window. These are the ones that need the complete app.
describe('has no axe violations in light, dark and forced colors, and fits its window', () => {
  test('in a conference, with another call, a TalkSpace and a Bandwidth conference', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    simulator.genesys.arrive({ from: '15802', state: 'Held' });
    simulator.genesys.arrive({
      from: '+12125550142',
      formatted: '(212) 555-0142',
      others: [{ number: '15803' }, { number: '15804' }],
      state: 'Established',
      isOwner: true,
      isMuted: true,
    });
    simulator.bandwidth.addMember('+12125550160');
    await button(page, 'Start TalkSpace').click();
    await region(page, 'TalkSpace').waitFor();
    await seeText(region(page, 'Conference'), '1 active member');
    await seeText(currentCall(page), 'Muted');
    await audit(page);
    await measure(sidetone);
    await button(region(page, 'TalkSpace'), 'Close TalkSpace').click();
    await button(page, 'Start TalkSpace').waitFor();
  });

  test('with a roster that scrolls', async ({ sidetone }) => {
    const { simulator, page } = sidetone;
    const others = Array.from({ length: 59 }, (_, index) => ({ number: String(16_001 + index) }));
    simulator.genesys.arrive({ from: '16000', others, isOwner: true, state: 'Established' });
    await button(page, 'Show all 60').click();
    await button(page, 'Remove 16059').waitFor();
    await audit(page);
    await measure(sidetone);
  });

  test('in the dialog of the recordings', async ({ sidetone: { page, simulator } }) => {
    simulator.genesys.arrive({ from: '15807', state: 'Established' });
    await seeText(currentCall(page), 'Established');
    await chooseMore(page, 'Recording details');
    await page.getByRole('list', { name: 'Recordings found', exact: true }).waitFor();
    await audit(page);
    await page.keyboard.press('Escape');
  });
});

describe('fits its window', () => {
  test('without a call', async ({ sidetone }) => {
    await seeText(currentCall(sidetone.page), 'No call');
    await measure(sidetone);
  });

  test('with an alert', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    simulator.genesys.arrive({ from: '15806', state: 'Established' });
    simulator.setFaults([
      { match: { operation: 'Hold' }, times: 1, effect: { kind: 'cut', when: 'before' } },
    ]);
    await button(currentCall(page), 'Hold').click();
    await alert(page).waitFor();
    await measure(sidetone);
  });
});

test('a confirmation starts with the focus on Cancel, and returns the focus afterwards', async ({
  sidetone: { page, simulator },
}) => {
  const { id } = simulator.genesys.arrive({ from: '15805' });
  simulator.genesys.answer(id);
  await button(page, 'Delete call').click();
  const confirmation = dialog(page, 'Delete this call?');
  await seeText(confirmation, /still being recorded/);
  expect(
    await button(confirmation, 'Cancel').evaluate((node) => node === document.activeElement),
  ).toBe(true);
  await page.keyboard.press('Escape');
  await confirmation.waitFor({ state: 'detached' });
  const { activeElement } = await page.evaluate(() => ({
    activeElement: document.activeElement?.textContent,
  }));
  expect(activeElement).toBe('Delete call');
});
