import { afterEach, expect, test } from 'vitest';
import { startSimulator } from '../../simulator/simulator';
import { launchApp } from '../support/app';
import { eventually } from '../support/eventually';
import { startSidetone, type Sidetone } from '../support/sidetone';
import { button, connection, currentCall, seeText } from '../support/window';

const toClose: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (let close = toClose.pop(); close !== undefined; close = toClose.pop()) await close();
});

async function startWithGenesys(password?: string): Promise<Sidetone> {
  const sidetone = await startSidetone({
    simulator: { genesys: { timeout: 1_000 } },
    profile: ({ version, agent, genesys }) => ({
      version,
      agent,
      genesys: { ...genesys, password: password ?? genesys.password },
    }),
  });
  toClose.push(() => sidetone.close());
  return sidetone;
}

test('a working vendor is Connected, and a vendor that is not in the profile is not shown', async () => {
  const { page } = await startWithGenesys();
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
  const all = page.getByRole('list', { name: 'Connections', exact: true }).getByRole('listitem');
  expect(await all.count()).toBe(1);
  expect(await button(page, 'Start TalkSpace').count()).toBe(0);
});

test('a lost connection is Reconnecting, the call is marked as stale, and both recover', async () => {
  const { page, simulator, app } = await startWithGenesys();
  const { id } = simulator.genesys.arrive({ from: '15301', state: 'Established' });
  await seeText(currentCall(page), 'Established');
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');

  simulator.setFaults([{ match: { vendor: 'genesys' }, effect: { kind: 'cut', when: 'before' } }]);
  await seeText(connection(page, 'Genesys'), 'Genesys: Reconnecting');
  await seeText(currentCall(page), /^As of .*; reconnecting/);
  const mute = button(currentCall(page), 'Mute');
  expect(await mute.getAttribute('aria-disabled')).toBe('true');

  // While nothing is heard, the call goes on.
  simulator.genesys.hold(id, true);
  simulator.clearFaults();
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
  await seeText(currentCall(page), 'On hold');
  expect(
    await currentCall(page)
      .getByText(/^As of/)
      .count(),
  ).toBe(0);
  const states = (await app.trace())
    .filter(({ kind }) => kind === 'connection')
    .map(({ state }) => state);
  expect(states).toEqual(['connecting', 'connected', 'reconnecting', 'connected']);
}, 90_000);

test('a wrong password is Signed out, with the reason and the remedy, and is tried again on demand', async () => {
  const { page, simulator } = await startWithGenesys('wrong');
  const item = connection(page, 'Genesys');
  await seeText(item, 'Genesys: Signed out');
  await seeText(item, /does not accept the name, key or password.*Check the profile/);
  const asked = simulator.requests().length;
  await button(page, 'Try again').click();
  await eventually(() => simulator.requests().length).toBe(asked + 1);
  await seeText(item, 'Genesys: Signed out');
});

test('a service that cannot be reached is Error, with the reason', async () => {
  const simulator = await startSimulator();
  const { version, agent, genesys } = simulator.profile;
  await simulator.close();
  const app = await launchApp({ profile: { version, agent, genesys } });
  toClose.push(() => app.close());
  const item = connection(app.page, 'Genesys');
  await seeText(item, 'Genesys: Error');
  await seeText(item, /cannot be reached/);
  await button(app.page, 'Try again').waitFor();
  const line = await app.waitForTrace({ kind: 'connection', state: 'error' });
  expect(line.reason).toBe('no-route');
});

test('an expired session is renewed without a message to the agent', async () => {
  const { page, simulator } = await startWithGenesys();
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
  const { id } = simulator.genesys.arrive({ from: '15302', state: 'Established' });
  await seeText(currentCall(page), 'Established');
  simulator.genesys.expireSession();
  simulator.genesys.mute(id, true);
  await seeText(currentCall(page), 'Muted');
  await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
});
