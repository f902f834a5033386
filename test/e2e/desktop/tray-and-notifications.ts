import '../../../renderer/bridge';
import { describe, expect } from 'vitest';
import { eventually } from '../../support/eventually';
import { requestsOf, type Sidetone } from '../../support/sidetone';
import { refusal } from '../../support/telephone';
import { IDLE_MENU, NO_CURRENT, NO_RINGING, seeTray, trayMenu } from '../../support/tray';
import { button, currentCall, seeText } from '../../support/window';
import { showCall, test } from './app';

function isWindowSeen({ app }: Sidetone): Promise<{ isVisible: boolean; isFocused: boolean }> {
  return app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { isVisible: window?.isVisible() === true, isFocused: window?.isFocused() === true };
  });
}

function closeWindow({ app }: Sidetone): Promise<void> {
  return app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  });
}

describe('the tray', () => {
  test('shows the state of the call and the connection in its text and icon', async ({
    sidetone,
  }) => {
    const { simulator, app, page } = sidetone;

    async function see(icon: string, tooltip: string, menu: readonly string[]): Promise<void> {
      await seeTray(sidetone, icon, tooltip, menu);
      await app.waitForTrace({ kind: 'tray', tooltip });
    }

    await see('idle', 'Sidetone: no call', IDLE_MENU);
    const { id } = simulator.genesys.arrive({ from: '15401', isFromQueue: true });
    await see('ringing', 'Ringing: 15401', trayMenu(['Answer', 'Reject'], NO_CURRENT));
    simulator.genesys.answer(id);
    await see('in-call', 'In a call: 15401', trayMenu(NO_RINGING, ['Mute', 'Hold']));
    simulator.genesys.mute(id, true);
    await see('muted', 'In a call, muted: 15401', trayMenu(NO_RINGING, ['Unmute', 'Hold']));
    simulator.genesys.mute(id, false);
    simulator.genesys.hold(id, true);
    await see('held', 'On hold: 15401', trayMenu(NO_RINGING, ['Mute', 'Resume']));
    simulator.genesys.release(id);
    await see('idle', 'Sidetone: no call', IDLE_MENU);
    const dialed = simulator.genesys.dial({ from: '15405' });
    await see('dialing', 'Dialing: 15405', IDLE_MENU);
    simulator.setFaults([
      { match: { vendor: 'genesys' }, effect: { kind: 'cut', when: 'before' } },
    ]);
    await see('connecting', 'Sidetone: connecting', IDLE_MENU);
    simulator.clearFaults();
    simulator.genesys.release(dialed.id);
    await see('idle', 'Sidetone: no call', IDLE_MENU);
    // Not from a queue, so it cannot be rejected.
    const missed = simulator.genesys.arrive({ from: '15404' });
    await see('ringing', 'Ringing: 15404', trayMenu(['Answer', 'Reject (disabled)'], NO_CURRENT));
    simulator.genesys.release(missed.id);
    const withMissed = trayMenu(NO_RINGING, NO_CURRENT, ['Call back 15404']);
    await see('missed', 'Missed call from 15404', withMissed);
    await button(page, 'Dismiss missed call from 15404').click();
    await see('idle', 'Sidetone: no call', IDLE_MENU);
  });

  test('mutes and holds the call, and offers only what is possible', async ({ sidetone }) => {
    const { desktop, simulator, page } = sidetone;
    const id = await showCall(sidetone, '15402');
    await eventually(() => desktop.menu()).toContain('Mute');
    desktop.chooseFromTray('Mute');
    await seeText(currentCall(page), 'Muted');
    expect(requestsOf(simulator, 'MuteCall', id)).toHaveLength(1);

    await eventually(() => desktop.menu()).toContain('Unmute');
    desktop.chooseFromTray('Unmute');
    await eventually(() => desktop.menu()).toContain('Mute');
    expect(requestsOf(simulator, 'UnmuteCall', id)).toHaveLength(1);

    desktop.chooseFromTray('Hold');
    await seeText(currentCall(page), 'On hold');
    expect(requestsOf(simulator, 'Hold', id)).toHaveLength(1);
    await eventually(() => desktop.menu()).toContain('Resume');
    desktop.chooseFromTray('Resume');
    await seeText(currentCall(page), 'Established');
    expect(requestsOf(simulator, 'Retrieve', id)).toHaveLength(1);
  });

  test('fetches everything again on Refresh', async ({ sidetone }) => {
    const { desktop, simulator } = sidetone;
    const count = () => requestsOf(simulator, 'GET /api/v2/me/calls').length;
    await eventually(() => desktop.menu()).toContain('Mute (disabled)');
    const before = count();
    desktop.chooseFromTray('Refresh');
    await eventually(count).toBeGreaterThan(before);
  });

  test('opens the window from its menu and with a click', async ({ sidetone }) => {
    const { desktop } = sidetone;
    for (const bringBack of [
      () => desktop.activateTray(),
      () => desktop.chooseFromTray('Show Sidetone'),
    ]) {
      await closeWindow(sidetone);
      await eventually(() => isWindowSeen(sidetone)).toMatchObject({ isVisible: false });
      bringBack();
      await eventually(() => isWindowSeen(sidetone)).toMatchObject({ isVisible: true });
    }
  });
});

describe('a notification', () => {
  test('says who joins and leaves the current call', async ({ sidetone }) => {
    const { desktop, simulator, app } = sidetone;
    const id = await showCall(sidetone, '+12125550143', '(212) 555-0143');
    const before = desktop.notifications().length;

    simulator.genesys.join(id, { number: '15411' });
    await eventually(() => desktop.notifications().slice(before)).toMatchObject([
      { title: '15411 joined', body: 'Call with (212) 555-0143, 15411', buttons: [] },
    ]);
    simulator.genesys.leave(id, '15411');
    await eventually(() => desktop.notifications().slice(before + 1)).toMatchObject([
      { title: '15411 left', body: 'Call with (212) 555-0143', buttons: [] },
    ]);
    // Each replaces the one before it.
    await eventually(() => desktop.openNotifications()).toHaveLength(1);
    await app.waitForTrace({ kind: 'notification', title: '15411 joined', shown: true });
    await app.waitForTrace({ kind: 'notification', title: '15411 left', shown: true });
  });

  test('combines people who join within two seconds', async ({ sidetone }) => {
    const { desktop, simulator } = sidetone;
    const id = await showCall(sidetone, '15412');
    const before = desktop.notifications().length;
    for (const number of ['15413', '15414', '15415']) simulator.genesys.join(id, { number });
    await eventually(() => desktop.notifications().slice(before)).toMatchObject([
      {
        title: '3 people joined',
        body: 'Joined: 15413, 15414, 15415\nCall with 15412, 15413, 15414, 15415',
      },
    ]);
  });

  test('shows the name of a caller as text, never as markup', async ({ sidetone }) => {
    const { desktop, simulator } = sidetone;
    const id = await showCall(sidetone, '15416', '<b>Bold</b> & Co');
    const before = desktop.notifications().length;
    simulator.genesys.join(id, { number: '15417' });
    await eventually(() => desktop.notifications().slice(before)).toMatchObject([
      { body: 'Call with &lt;b&gt;Bold&lt;/b&gt; &amp; Co, 15417' },
    ]);
    await currentCall(sidetone.page)
      .getByRole('heading', { name: '<b>Bold</b> & Co, 15417', exact: true })
      .waitFor();
  });

  test('leaves a hidden window hidden, until it is clicked', async ({ sidetone }) => {
    const { desktop, simulator } = sidetone;
    const id = await showCall(sidetone, '15418');
    const before = desktop.notifications().length;
    await closeWindow(sidetone);
    await eventually(() => isWindowSeen(sidetone)).toMatchObject({ isVisible: false });
    simulator.genesys.join(id, { number: '15419' });
    await eventually(() => desktop.notifications().length).toBe(before + 1);
    expect(await isWindowSeen(sidetone)).toEqual({ isVisible: false, isFocused: false });

    desktop.clickNotification(desktop.notifications()[before]!.id);
    await eventually(() => isWindowSeen(sidetone)).toMatchObject({ isVisible: true });
    // Changes that happened while the window was hidden are shown at once.
    await currentCall(sidetone.page)
      .getByRole('heading', { name: '15418, 15419', exact: true })
      .waitFor();
  });

  test('says which action has failed while the window is hidden', async ({ sidetone }) => {
    const { desktop, simulator, page } = sidetone;
    const id = await showCall(sidetone, '15423');
    const before = desktop.notifications().length;
    await closeWindow(sidetone);
    await eventually(() => isWindowSeen(sidetone)).toEqual({ isVisible: false, isFocused: false });
    simulator.setFaults([refusal('MuteCall', 4, 'The telephone is out of service')]);
    // As if the agent had pressed Mute just before.
    await page.evaluate(
      (callId) => window.sidetone?.performOperation({ kind: 'mute', callId }),
      `genesys:${id}`,
    );
    await eventually(() => desktop.notifications().slice(before)).toMatchObject([
      {
        title: '“Mute” did not work: 15423',
        body: 'The call is unchanged. Genesys: The service refused the request. Details: The telephone is out of service. Check the call, and try again if you still need to.',
        urgency: 1,
        buttons: [],
      },
    ]);
    desktop.activateTray();
    await eventually(() => isWindowSeen(sidetone)).toMatchObject({ isVisible: true });
  });

  test('says which service is lost or has signed the agent out while the window is hidden, until it is back', async ({
    sidetone,
  }) => {
    const { desktop, simulator, page } = sidetone;
    await closeWindow(sidetone);
    await eventually(() => isWindowSeen(sidetone)).toEqual({ isVisible: false, isFocused: false });
    simulator.setFaults([
      { match: { vendor: 'genesys' }, effect: { kind: 'cut', when: 'before' } },
      { match: { vendor: 'bandwidth' }, effect: { kind: 'status', status: 401 } },
    ]);
    const titles = ['No connection to Genesys', 'Signed out of Bandwidth'];
    const shown = () =>
      desktop
        .openNotifications()
        .filter(({ title }) => titles.includes(title))
        .sort((one, other) => one.title.localeCompare(other.title));
    await eventually(shown).toMatchObject([
      { title: titles[0], body: 'The service did not answer.', urgency: 1, buttons: [] },
      { title: titles[1], urgency: 1, buttons: [] },
    ]);
    simulator.clearFaults();
    // As Try again does.
    await page.evaluate(() => {
      void window.sidetone?.retryConnection({ vendor: 'genesys' });
      void window.sidetone?.retryConnection({ vendor: 'bandwidth' });
    });
    await eventually(shown).toEqual([]);
    desktop.activateTray();
    await eventually(() => isWindowSeen(sidetone)).toMatchObject({ isVisible: true });
  });

  test('is not shown for a call other than the current one, and the trace has the reason', async ({
    sidetone,
  }) => {
    const { desktop, simulator, app } = sidetone;
    const { id } = simulator.genesys.arrive({ from: '15420', state: 'Held' });
    await showCall(sidetone, '15421');
    const before = desktop.notifications().length;
    simulator.genesys.join(id, { number: '15422' });
    await app.waitForTrace({
      kind: 'notification',
      title: '15422 joined',
      shown: false,
      why: 'not-current-call',
    });
    expect(desktop.notifications()).toHaveLength(before);
  });
});
