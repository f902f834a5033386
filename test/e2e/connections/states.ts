import { expect, onTestFinished } from 'vitest';
import { type RunningApp } from '../../support/app';
import { eventually } from '../../support/eventually';
import { NOBODY } from '../../support/nobody';
import { requestsOf, startSidetone } from '../../support/sidetone';
import { refusal } from '../../support/telephone';
import { IDLE_MENU, seeTray } from '../../support/tray';
import { button, connection, currentCall, form, seeText } from '../../support/window';
import { test } from './app';

/** The connection states in the trace, starting at line `from`. */
async function connectionStates(app: RunningApp, from = 0): Promise<unknown[]> {
  const lines = (await app.trace()).slice(from);
  return lines.filter(({ kind }) => kind === 'connection').map(({ state }) => state);
}

test('a working vendor is Connected, and a vendor that is not in the profile is not shown', async ({
  sidetone,
}) => {
  const { page, app } = sidetone;
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
  const all = page.getByRole('list', { name: 'Connections', exact: true }).getByRole('listitem');
  expect(await all.count()).toBe(1);
  expect(await button(page, 'Start TalkSpace').count()).toBe(0);
  await eventually(() => connectionStates(app)).toEqual(['connecting', 'connected']);
});

test('a lost connection is Reconnecting, the call is marked as stale, and both recover', async ({
  sidetone,
}) => {
  const { page, simulator, app } = sidetone;
  const before = (await app.trace()).length;
  const { id } = simulator.genesys.arrive({ from: '15301', state: 'Established' });
  await seeText(currentCall(page), 'Established');
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');

  simulator.setFaults([{ match: { vendor: 'genesys' }, effect: { kind: 'cut', when: 'before' } }]);
  await seeText(connection(page, 'Genesys'), 'Genesys: Reconnecting');
  await seeText(currentCall(page), /^As of .*; reconnecting/);
  const mute = button(currentCall(page), 'Mute');
  expect(await mute.getAttribute('aria-disabled')).toBe('true');

  // The call goes on while the connection is down.
  simulator.genesys.hold(id, true);
  simulator.clearFaults();
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
  await seeText(currentCall(page), 'On hold');
  expect(
    await currentCall(page)
      .getByText(/^As of/)
      .count(),
  ).toBe(0);
  await eventually(() => connectionStates(app, before)).toEqual(['reconnecting', 'connected']);
}, 90_000);

test('a wrong password is Signed out and a service that cannot be reached is Error, with reason and remedy; each is tried again on demand, and the password is changed in the settings', async () => {
  const sidetone = await startSidetone({
    profile: ({ version, agent, genesys, telesocial }) => ({
      version,
      agent,
      genesys: { ...genesys, password: 'wrong' },
      telesocial: { ...telesocial, baseUrl: NOBODY },
    }),
  });
  onTestFinished(() => sidetone.close());
  const { app, page, simulator } = sidetone;
  const genesys = connection(page, 'Genesys');
  await seeText(genesys, 'Genesys: Signed out');
  await seeTray(sidetone, 'attention', 'Sidetone: sign-in needed', IDLE_MENU);
  await seeText(genesys, /does not accept the user name, key or password.*Check them in Settings/);
  const telesocial = connection(page, 'Telesocial');
  await seeText(telesocial, 'Telesocial: Error');
  await seeText(telesocial, /cannot be reached/);
  await button(page, 'Try again').waitFor();
  expect(await button(page, 'Open Settings').count()).toBe(0);
  const line = await app.waitForTrace({ kind: 'connection', state: 'error' });
  expect(line.reason).toBe('no-route');

  const list = page.getByRole('button', { name: /^Eta: /, expanded: false });
  await list.click();
  await button(genesys, 'Open Settings').click();
  const settings = form(page, 'Settings').getByRole('region', { name: 'Genesys' });
  await settings.getByLabel('Password', { exact: true }).waitFor();
  await button(form(page, 'Settings'), 'Close').click();

  await list.click();
  await button(telesocial, 'Try again').waitFor();
  const asked = simulator.requests().length;
  await button(genesys, 'Try again').click();
  await eventually(() => simulator.requests().length).toBe(asked + 1);
  await seeText(genesys, 'Genesys: Signed out');
  // The list stays open, so that the agent sees the result.
  await button(genesys, 'Try again').waitFor();
});

test('a contact-center session that could not be started is shown, and started on demand', async () => {
  const sidetone = await startSidetone({
    profile: ({ version, agent, genesys }, simulator) => {
      simulator.setFaults([refusal('StartContactCenterSession', 4, 'No default place.')]);
      return { version, agent, genesys: { ...genesys, session: 'own' } };
    },
  });
  onTestFinished(() => sidetone.close());
  const { page, simulator } = sidetone;
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
  await seeText(page.locator('body'), /Connected to Genesys, but .* could not be started/);
  await seeText(connection(page, 'Genesys'), /No default place/);
  await button(page, 'Try again').click();
  await button(page, 'Try again').waitFor({ state: 'detached' });
  await eventually(() => requestsOf(simulator, 'StartContactCenterSession').length).toBe(2);
});

test('an expired session is renewed without a message to the agent', async ({ sidetone }) => {
  const { page, simulator } = sidetone;
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
  const { id } = simulator.genesys.arrive({ from: '15302', state: 'Established' });
  await seeText(currentCall(page), 'Established');
  simulator.genesys.expireSession();
  simulator.genesys.mute(id, true);
  await seeText(currentCall(page), 'Muted');
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
});
