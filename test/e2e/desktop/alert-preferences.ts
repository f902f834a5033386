import { describe, expect } from 'vitest';
import { eventually } from '../../support/eventually';
import { NO_CURRENT, seeTray } from '../../support/tray';
import { button, currentCall, form, seeText } from '../../support/window';
import { prefer, showCall, test } from './app';

describe('do not disturb', () => {
  test('suppresses everything except the tray until it is turned off', async ({ sidetone }) => {
    const { desktop, simulator, app, page } = sidetone;
    const before = desktop.notifications().length;
    desktop.chooseFromTray('Do not disturb until I turn it off');
    await eventually(() => desktop.tray()?.tooltip).toBe('Sidetone: no call · Do not disturb');
    const { id } = simulator.genesys.arrive({ from: '15431', isFromQueue: true });
    await seeText(currentCall(page), 'Ringing');
    await seeTray(sidetone, 'ringing', 'Ringing: 15431 · Do not disturb', [
      ...['Show Sidetone', '-', 'Answer', 'Reject', '-', ...NO_CURRENT, '-'],
      ...['Turn off do not disturb', '-', 'Refresh', 'Quit Sidetone'],
    ]);
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
    expect(desktop.notifications().at(-1)).toMatchObject({
      title: 'This is a test notification',
      body: 'Sidetone’s notifications look like this.',
      urgency: 1,
      buttons: [],
    });

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
