import { describe, expect } from 'vitest';
import { eventually } from '../../support/eventually';
import { requestsOf, type Sidetone } from '../../support/sidetone';
import { button, currentCall, form, seeText } from '../../support/window';
import { prefer, test } from './app';

async function showCall({ simulator, desktop }: Sidetone, from: string, formatted = from) {
  const { id } = simulator.genesys.arrive({ from, formatted, state: 'Established' });
  await eventually(() => desktop.tray()?.tooltip).toBe(`In a call: ${formatted}`);
  return id;
}

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
    const { desktop, simulator, app, page } = sidetone;
    await eventually(() => desktop.tray()?.tooltip).toBe('Sidetone: no call');
    const pictures = new Map([['no call', desktop.tray()?.icon]]);

    async function seeTooltip(tooltip: string): Promise<void> {
      await eventually(() => desktop.tray()?.tooltip).toBe(tooltip);
      await eventually(() => [...pictures.values()].includes(desktop.tray()?.icon)).toBe(false);
      pictures.set(tooltip, desktop.tray()?.icon);
      await app.waitForTrace({ kind: 'tray', tooltip });
    }

    const { id } = simulator.genesys.arrive({ from: '15401' });
    await seeTooltip('Ringing: 15401');
    simulator.genesys.answer(id);
    await seeTooltip('In a call: 15401');
    simulator.genesys.mute(id, true);
    await seeTooltip('In a call, muted: 15401');
    simulator.genesys.mute(id, false);
    simulator.genesys.hold(id, true);
    await seeTooltip('On hold: 15401');
    simulator.genesys.release(id);
    await eventually(() => desktop.tray()?.tooltip).toBe('Sidetone: no call');
    const dialed = simulator.genesys.dial({ from: '15405' });
    await seeTooltip('Dialing: 15405');
    simulator.genesys.release(dialed.id);
    simulator.setFaults([
      { match: { vendor: 'genesys' }, effect: { kind: 'cut', when: 'before' } },
    ]);
    await seeTooltip('Sidetone: connecting');
    simulator.clearFaults();
    await eventually(() => desktop.tray()?.tooltip).toBe('Sidetone: no call');
    const missed = simulator.genesys.arrive({ from: '15404' });
    await eventually(() => desktop.tray()?.tooltip).toBe('Ringing: 15404');
    simulator.genesys.release(missed.id);
    await seeTooltip('Missed call from 15404');
    await button(page, 'Dismiss missed call from 15404').click();
    await eventually(() => desktop.tray()?.tooltip).toBe('Sidetone: no call');
  });

  test('mutes and holds the call, and offers only what is possible', async ({ sidetone }) => {
    const { desktop, simulator, page } = sidetone;
    await eventually(() => desktop.menu()).toEqual([
      { label: 'Show Sidetone', isEnabled: true },
      { label: 'Answer', isEnabled: false },
      { label: 'Reject', isEnabled: false },
      { label: 'Mute', isEnabled: false },
      { label: 'Hold', isEnabled: false },
      { label: 'Do not disturb for 30 minutes', isEnabled: true },
      { label: 'Do not disturb for 1 hour', isEnabled: true },
      { label: 'Do not disturb until I turn it off', isEnabled: true },
      { label: 'Refresh', isEnabled: true },
      { label: 'Quit Sidetone', isEnabled: true },
    ]);
    const id = await showCall(sidetone, '15402');
    await eventually(() => desktop.menu()).toContainEqual({ label: 'Mute', isEnabled: true });
    desktop.chooseFromTray('Mute');
    await seeText(currentCall(page), 'Muted');
    expect(requestsOf(simulator, 'MuteCall', id)).toHaveLength(1);

    await eventually(() => desktop.menu()).toContainEqual({ label: 'Unmute', isEnabled: true });
    desktop.chooseFromTray('Unmute');
    await eventually(() => desktop.menu()).toContainEqual({ label: 'Mute', isEnabled: true });
    expect(requestsOf(simulator, 'UnmuteCall', id)).toHaveLength(1);

    desktop.chooseFromTray('Hold');
    await seeText(currentCall(page), 'On hold');
    expect(requestsOf(simulator, 'Hold', id)).toHaveLength(1);
    await eventually(() => desktop.menu()).toContainEqual({ label: 'Resume', isEnabled: true });
    desktop.chooseFromTray('Resume');
    await seeText(currentCall(page), 'Established');
    expect(requestsOf(simulator, 'Retrieve', id)).toHaveLength(1);
  });

  test('fetches everything again on Refresh', async ({ sidetone }) => {
    const { desktop, simulator } = sidetone;
    const count = () => requestsOf(simulator, 'GET /api/v2/me/calls').length;
    await eventually(() => desktop.menu()).toContainEqual({ label: 'Mute', isEnabled: false });
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
      { title: '15411 joined', body: 'Call with (212) 555-0143, 15411' },
    ]);
    simulator.genesys.leave(id, '15411');
    await eventually(() => desktop.notifications().slice(before + 1)).toMatchObject([
      { title: '15411 left', body: 'Call with (212) 555-0143' },
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

describe('do not disturb', () => {
  test('suppresses everything except the tray until it is turned off', async ({ sidetone }) => {
    const { desktop, simulator, app, page } = sidetone;
    const before = desktop.notifications().length;
    desktop.chooseFromTray('Do not disturb until I turn it off');
    await eventually(() => desktop.tray()?.tooltip).toBe('Sidetone: no call · Do not disturb');
    const { id } = simulator.genesys.arrive({ from: '15431' });
    await seeText(currentCall(page), 'Ringing');
    await eventually(() => desktop.tray()?.tooltip).toBe('Ringing: 15431 · Do not disturb');
    await app.waitForTrace({
      kind: 'notification',
      title: '15431 is calling',
      shown: false,
      why: 'do-not-disturb',
    });
    expect(desktop.notifications()).toHaveLength(before);

    // The mark at the top of the window.
    await button(page, 'Turn off do not disturb').click();
    const titles = () => desktop.openNotifications().map(({ title }) => title);
    await eventually(titles).toContain('15431 is calling');
    simulator.genesys.answer(id);
    await eventually(titles).not.toContain('15431 is calling');
  });
});

test('quiet hours suppress notifications, and a large call is only counted', async ({
  sidetone,
}) => {
  const { desktop, simulator, app } = sidetone;
  const id = await showCall(sidetone, '15432');
  const before = desktop.notifications().length;
  await prefer(sidetone, { quietHours: { isOn: true, from: '00:00', to: '00:00' } });
  simulator.genesys.join(id, { number: '15433' });
  await app.waitForTrace({
    kind: 'notification',
    title: '15433 joined',
    shown: false,
    why: 'quiet-hours',
  });
  expect(desktop.notifications()).toHaveLength(before);

  await prefer(sidetone, {
    quietHours: { isOn: false, from: '18:00', to: '08:00' },
    rosterThreshold: 1,
  });
  simulator.genesys.join(id, { number: '15434' });
  await eventually(() => desktop.notifications().slice(before)).toMatchObject([
    { title: '1 joined', body: 'In the call: 3' },
  ]);
  await prefer(sidetone, { rosterThreshold: 10 });
});

describe('the settings of alerts', () => {
  test('turn off a kind of notification, and still send a test notification', async ({
    sidetone,
  }) => {
    const { desktop, simulator, app, page } = sidetone;
    const settings = form(page, 'Settings');
    await button(page, 'Settings').click();
    await button(settings, 'Alerts').click();
    const choice = settings.getByRole('checkbox', { name: 'People join or leave my call' });
    await choice.click();
    await eventually(() => choice.isChecked()).toBe(false);
    await button(settings, 'Send test notification').click();
    await eventually(() => settings.getByRole('status').innerText()).toMatch(/^Sent/);
    const titles = desktop.notifications().map(({ title }) => title);
    expect(titles).toContain('This is a test notification');

    const id = await showCall(sidetone, '15441');
    simulator.genesys.join(id, { number: '15442' });
    await app.waitForTrace({
      kind: 'notification',
      title: '15442 joined',
      shown: false,
      why: 'switched-off',
    });
    await choice.click();
    await eventually(() => choice.isChecked()).toBe(true);
    await button(settings, 'Close').click();
  });
});
