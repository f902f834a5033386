import { describe, expect } from 'vitest';
import { eventually } from '../../support/eventually';
import { requestsOf, type Sidetone } from '../../support/sidetone';
import { refusal } from '../../support/telephone';
import { prefer, test } from './app';

/** The open notification with this title. */
async function seeRinging({ desktop }: Sidetone, title: string) {
  const find = () => desktop.openNotifications().find((shown) => shown.title === title);
  await eventually(find).toBeDefined();
  return find()!;
}

async function seeNone({ desktop }: Sidetone, title: string): Promise<void> {
  const titles = () => desktop.openNotifications().map((shown) => shown.title);
  await eventually(titles).not.toContain(title);
}

async function hideWindow(sidetone: Sidetone): Promise<void> {
  const { app, desktop } = sidetone;
  await eventually(() => desktop.tray()).toBeDefined();
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  await eventually(() => isWindowVisible(sidetone)).toBe(false);
}

function isWindowVisible({ app }: Sidetone): Promise<boolean> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.isVisible(),
  );
}

describe('a ringing call while the window is hidden', () => {
  test('shows a notification with the caller and the reason, and is answered from it', async ({
    sidetone,
  }) => {
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
      body: '\u2066(212) 555-0143\u2069 · Order &amp; delivery',
      urgency: 2,
      buttons: ['Answer', 'Reject'],
    });
    sidetone.desktop.pressButton(shown.id, 'Answer');
    await eventually(() => requestsOf(simulator, 'Answer', id)).toHaveLength(1);
    await eventually(() => simulator.genesys.calls()[0]?.state).toBe('Established');
    expect(await isWindowVisible(sidetone)).toBe(false);
  });

  test('is rejected from the notification, and then does not count as missed', async ({
    sidetone,
  }) => {
    const { simulator, desktop } = sidetone;
    await hideWindow(sidetone);
    const { id } = simulator.genesys.arrive({ from: '15602', isFromQueue: true });
    const { id: notification } = await seeRinging(sidetone, '15602 is calling');
    desktop.pressButton(notification, 'Reject');
    await eventually(() => requestsOf(simulator, 'Reject', id)).toHaveLength(1);
    await eventually(() => simulator.genesys.calls()).toEqual([]);
    simulator.genesys.arrive({ from: '15603' });
    await seeRinging(sidetone, '15603 is calling');
    const titles = desktop.notifications().map(({ title }) => title);
    expect(titles).not.toContain('Missed call from 15602');
  });

  test('opens the window with a click outside the buttons', async ({ sidetone }) => {
    await hideWindow(sidetone);
    sidetone.simulator.genesys.arrive({ from: '15604' });
    const { id } = await seeRinging(sidetone, '15604 is calling');
    sidetone.desktop.clickNotification(id);
    await eventually(() => isWindowVisible(sidetone)).toBe(true);
  });

  test('opens the window if it could not be answered', async ({ sidetone }) => {
    const { simulator, desktop, page } = sidetone;
    await hideWindow(sidetone);
    simulator.genesys.arrive({ from: '15605' });
    const { id } = await seeRinging(sidetone, '15605 is calling');
    simulator.setFaults([refusal('Answer', 4, 'The telephone is out of service')]);
    desktop.pressButton(id, 'Answer');
    await eventually(() => isWindowVisible(sidetone)).toBe(true);
    await page.getByRole('alert').first().waitFor();
  });
});

describe('the notification of a ringing call', () => {
  test('closes when the call is answered on the telephone', async ({ sidetone }) => {
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
    await eventually(() => desktop.tray()?.tooltip).toContain('Ada Marsh');
    await seeNone(sidetone, 'Ada Marsh is calling');
  });
});

describe('a missed call', () => {
  test('shows a notification, and is called back from it', async ({ sidetone }) => {
    const { simulator, desktop } = sidetone;
    const before = requestsOf(simulator, 'Dial').length;
    const dialed = () => requestsOf(simulator, 'Dial').slice(before);
    const { id } = simulator.genesys.arrive({ from: '15621' });
    await seeRinging(sidetone, '15621 is calling');
    simulator.genesys.release(id);
    const missed = await seeRinging(sidetone, 'Missed call from 15621');
    expect(missed).toMatchObject({ body: '', urgency: 1, buttons: ['Call back'] });
    await seeNone(sidetone, '15621 is calling');
    desktop.pressButton(missed.id, 'Call back');
    await eventually(dialed).toHaveLength(1);
    expect(JSON.stringify(dialed()[0]?.body)).toContain('15621');
  });
});

describe('the tray menu', () => {
  test('answers a second call without affecting the first, and mutes the one it names', async ({
    sidetone,
  }) => {
    const { simulator, desktop } = sidetone;
    const first = simulator.genesys.arrive({ from: '15631', state: 'Established' });
    const second = simulator.genesys.arrive({
      from: '15632',
      isFromQueue: true,
      userData: { CustomerName: 'Ada & Co' },
    });
    const labels = () =>
      desktop.menu().filter((item) => !/^(Call back|Do not disturb|-)/.test(item));
    await eventually(labels).toEqual([
      'Show Sidetone',
      'Answer: Ada & Co',
      'Reject: Ada & Co',
      'Mute: 15631',
      'Hold: 15631',
      'Refresh',
      'Quit Sidetone',
    ]);
    desktop.chooseFromTray('Mute: 15631');
    // A choice from a menu that is being replaced is lost, so wait for the new one.
    await eventually(labels).toContain('Unmute: 15631');
    expect(requestsOf(simulator, 'MuteCall', first.id)).toHaveLength(1);
    desktop.chooseFromTray('Answer: Ada & Co');
    await eventually(() => requestsOf(simulator, 'Answer', second.id)).toHaveLength(1);
    await eventually(labels).toContain('Mute: Ada & Co');
    expect(requestsOf(simulator, 'Hangup')).toEqual([]);
  });

  test('calls back a missed caller, who keeps the name', async ({ sidetone }) => {
    const { simulator, desktop } = sidetone;
    const { id } = simulator.genesys.arrive({
      from: '15633',
      userData: { CustomerName: 'Grace Hill' },
    });
    await seeRinging(sidetone, 'Grace Hill is calling');
    simulator.genesys.release(id);
    await eventually(() => desktop.menu()).toContain('Call back Grace Hill');
    desktop.chooseFromTray('Call back Grace Hill');
    const dialed = () => requestsOf(simulator, 'Dial').map(({ body }) => JSON.stringify(body));
    await eventually(dialed).toContainEqual(expect.stringContaining('15633'));
    await eventually(() => desktop.tray()?.tooltip).toContain('Grace Hill');
  });
});

describe('the preferences for a ringing call', () => {
  function isAudible({ app }: Sidetone): Promise<boolean> {
    return app.electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents().some((contents) => contents.isCurrentlyAudible()),
    );
  }

  test('play a sound while the window is hidden, if the sound is on', async ({ sidetone }) => {
    const { simulator } = sidetone;
    await prefer(sidetone, { ringSound: true });
    await hideWindow(sidetone);
    const { id } = simulator.genesys.arrive({ from: '15641' });
    await eventually(() => isAudible(sidetone)).toBe(true);
    simulator.genesys.answer(id);
    await eventually(() => isAudible(sidetone)).toBe(false);
    await prefer(sidetone, { ringSound: false });
  });

  test('show the window without taking the focus, if that is on', async ({ sidetone }) => {
    const { simulator } = sidetone;
    await prefer(sidetone, { raiseWhenRinging: true });
    await hideWindow(sidetone);
    simulator.genesys.arrive({ from: '15642' });
    await eventually(() => isWindowVisible(sidetone)).toBe(true);
    await prefer(sidetone, { raiseWhenRinging: false });
  });
});
