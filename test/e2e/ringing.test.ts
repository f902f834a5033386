import { describe, expect } from 'vitest';
import { requestsOf, testInSidetone, type Sidetone } from '../support/sidetone';
import { refusal } from '../support/telephone';

const test = testInSidetone({ flags: ['--trace-numbers'] });

const SOON = { timeout: 10_000 };

/** The notification of a call that rings, while it is on the screen. */
async function seeRinging({ desktop }: Sidetone, title: string) {
  const find = () => desktop.openNotifications().find((shown) => shown.title === title);
  await expect.poll(find, SOON).toBeDefined();
  return find()!;
}

async function seeNone({ desktop }: Sidetone, title: string): Promise<void> {
  const titles = () => desktop.openNotifications().map((shown) => shown.title);
  await expect.poll(titles, SOON).not.toContain(title);
}

async function hideWindow(sidetone: Sidetone): Promise<void> {
  const { app, desktop } = sidetone;
  await expect.poll(() => desktop.tray(), SOON).toBeDefined();
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  await expect.poll(() => isWindowVisible(sidetone)).toBe(false);
}

function isWindowVisible({ app }: Sidetone): Promise<boolean> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.isVisible(),
  );
}

describe('a call that rings behind a hidden window', () => {
  test('is notified with who calls and why, and answered from there', async ({ sidetone }) => {
    const { simulator } = sidetone;
    await hideWindow(sidetone);
    const { id } = simulator.genesys.arrive({
      from: '+12125550143',
      formatted: '(212) 555-0143',
      isFromQueue: true,
      userData: { CustomerName: 'Ada <b>Marsh</b>', Subject: 'Order & delivery' },
    });
    const shown = await seeRinging(sidetone, 'Ada <b>Marsh</b> is calling');
    expect(shown).toMatchObject({
      body: '(212) 555-0143 · Order &amp; delivery',
      urgency: 2,
      buttons: ['Answer', 'Reject'],
    });
    sidetone.desktop.pressButton(shown.id, 'Answer');
    await expect.poll(() => requestsOf(simulator, 'Answer', id), SOON).toHaveLength(1);
    await expect.poll(() => simulator.genesys.calls()[0]?.state, SOON).toBe('Established');
    expect(await isWindowVisible(sidetone)).toBe(false);
  });

  test('is rejected from there, and then not missed', async ({ sidetone }) => {
    const { simulator, desktop } = sidetone;
    await hideWindow(sidetone);
    const { id } = simulator.genesys.arrive({ from: '15602', isFromQueue: true });
    const { id: notification } = await seeRinging(sidetone, '15602 is calling');
    desktop.pressButton(notification, 'Reject');
    await expect.poll(() => requestsOf(simulator, 'Reject', id), SOON).toHaveLength(1);
    await expect.poll(() => simulator.genesys.calls(), SOON).toEqual([]);
    simulator.genesys.arrive({ from: '15603' });
    await seeRinging(sidetone, '15603 is calling');
    const titles = desktop.notifications().map(({ title }) => title);
    expect(titles).not.toContain('Missed call from 15602');
  });

  test('brings the window back with a click beside the buttons', async ({ sidetone }) => {
    await hideWindow(sidetone);
    sidetone.simulator.genesys.arrive({ from: '15604' });
    const { id } = await seeRinging(sidetone, '15604 is calling');
    sidetone.desktop.clickNotification(id);
    await expect.poll(() => isWindowVisible(sidetone)).toBe(true);
  });

  test('brings the window back when it could not be answered', async ({ sidetone }) => {
    const { simulator, desktop, page } = sidetone;
    await hideWindow(sidetone);
    simulator.genesys.arrive({ from: '15605' });
    const { id } = await seeRinging(sidetone, '15605 is calling');
    simulator.setFaults([refusal('Answer', 4, 'The telephone is out of service')]);
    desktop.pressButton(id, 'Answer');
    await expect.poll(() => isWindowVisible(sidetone), SOON).toBe(true);
    await page.getByRole('alert').first().waitFor();
  });
});

describe('the notification of a ringing call', () => {
  test('goes when the call is answered on the telephone', async ({ sidetone }) => {
    const { id } = sidetone.simulator.genesys.arrive({ from: '15611' });
    await seeRinging(sidetone, '15611 is calling');
    sidetone.simulator.genesys.answer(id);
    await seeNone(sidetone, '15611 is calling');
  });

  test('is not shown again once it was closed', async ({ sidetone }) => {
    const { simulator, desktop } = sidetone;
    const { id } = simulator.genesys.arrive({ from: '15612' });
    const shown = await seeRinging(sidetone, '15612 is calling');
    desktop.dismissNotification(shown.id);
    simulator.genesys.attachUserData(id, { CustomerName: 'Ada Marsh' });
    await expect.poll(() => desktop.tray()?.tooltip, SOON).toContain('Ada Marsh');
    await seeNone(sidetone, 'Ada Marsh is calling');
  });
});

describe('a missed call', () => {
  test('is notified, and called back from there', async ({ sidetone }) => {
    const { simulator, desktop } = sidetone;
    const { id } = simulator.genesys.arrive({ from: '15621' });
    await seeRinging(sidetone, '15621 is calling');
    simulator.genesys.release(id);
    const missed = await seeRinging(sidetone, 'Missed call from 15621');
    expect(missed).toMatchObject({ urgency: 1, buttons: ['Call back'] });
    await seeNone(sidetone, '15621 is calling');
    desktop.pressButton(missed.id, 'Call back');
    await expect.poll(() => requestsOf(simulator, 'Dial'), SOON).toHaveLength(1);
    expect(JSON.stringify(requestsOf(simulator, 'Dial')[0]?.body)).toContain('15621');
  });
});
