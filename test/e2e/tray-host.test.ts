import { expect, onTestFinished } from 'vitest';
import { eventually } from '../support/eventually';
import {
  requestsOf,
  startSidetone,
  testInSidetone,
  type Sidetone,
  type SidetoneOptions,
} from '../support/sidetone';
import { currentCall, seeText } from '../support/window';

const WITHOUT_TRAY: SidetoneOptions = {
  desktop: { hasTray: false },
  profile: ({ version, agent, genesys }) => ({ version, agent, genesys }),
};

const test = testInSidetone(WITHOUT_TRAY);

async function seeConnected({ app }: Sidetone): Promise<void> {
  await app.waitForTrace({ kind: 'connection', vendor: 'genesys', state: 'connected' });
}

/** Whether the agent can bring the window up by what the desktop shows of it. */
function isReachable({ app }: Sidetone): Promise<boolean> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((window) => window.isVisible() || window.isMinimized()),
  );
}

function isVisible({ app }: Sidetone): Promise<boolean> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((window) => window.isVisible() && !window.isMinimized()),
  );
}

/** Starts the tray, unless an earlier test has left it there. */
async function haveTray({ desktop }: Sidetone): Promise<void> {
  if (desktop.tray() === undefined) desktop.startTray();
  await eventually(() => desktop.menu()).toContain('Mute (disabled)');
}

function closeWindow({ app }: Sidetone): Promise<void> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

test('without a tray, closing the window minimizes it, with one notification', async ({
  sidetone,
}) => {
  await seeConnected(sidetone);
  await sidetone.app.waitForTrace({ kind: 'window', event: 'ready' });
  await closeWindow(sidetone);
  await eventually(() => sidetone.desktop.notifications()).toMatchObject([
    {
      title: 'Sidetone is still running',
      body: 'This desktop has no tray, so the window was minimized. To quit, open Commands and choose “Quit Sidetone”.',
      urgency: 1,
      buttons: [],
    },
  ]);
  expect(await isReachable(sidetone)).toBe(true);
  await closeWindow(sidetone);
  expect(await isReachable(sidetone)).toBe(true);
  // Reports arrive in order.
  const { id } = sidetone.simulator.genesys.arrive({ from: '15701', state: 'Established' });
  await seeText(currentCall(sidetone.app.page), 'Established');
  sidetone.simulator.genesys.join(id, { number: '15702' });
  await eventually(() => sidetone.desktop.notifications().length).toBe(2);
  expect(sidetone.desktop.notifications()[1]).toMatchObject({
    title: expect.stringMatching('15702') as string,
  });
  expect((await sidetone.app.trace()).filter(({ kind }) => kind === 'tray')).toEqual([]);
});

test('without a tray, --hidden starts minimized and shows a call', async () => {
  const sidetone = await startSidetone({ ...WITHOUT_TRAY, flags: ['--hidden'] });
  onTestFinished(() => sidetone.close());
  await seeConnected(sidetone);
  await eventually(() => isReachable(sidetone)).toBe(true);
  sidetone.simulator.genesys.arrive({ from: '15703' });
  await seeText(currentCall(sidetone.app.page), 'Ringing');
  expect((await sidetone.app.trace()).filter(({ kind }) => kind === 'tray')).toEqual([]);
});

test('the icon appears when a tray starts, and again when it restarts', async ({ sidetone }) => {
  const { app, desktop, simulator } = sidetone;
  const { id } = simulator.genesys.arrive({ from: '15704', state: 'Established' });
  await seeText(currentCall(app.page), 'Established');
  desktop.startTray();
  await eventually(() => desktop.tray()?.tooltip).toMatch(/^In a call/);
  await app.waitForTrace({ kind: 'tray', state: 'in-call' });
  desktop.stopTray();
  await eventually(() => desktop.tray()).toBeUndefined();
  simulator.genesys.release(id);
  desktop.startTray();
  await eventually(() => desktop.tray()?.tooltip).toBe('Sidetone: no call');
  await eventually(() => desktop.menu()).toContain('Mute (disabled)');
  await closeWindow(sidetone);
  await eventually(() => isReachable(sidetone)).toBe(false);
  desktop.chooseFromTray('Show Sidetone');
  await eventually(() => isVisible(sidetone)).toBe(true);
});

test('a window hidden in the tray is shown when the tray disappears', async ({ sidetone }) => {
  const { desktop } = sidetone;
  await haveTray(sidetone);
  await closeWindow(sidetone);
  await eventually(() => isReachable(sidetone)).toBe(false);
  desktop.stopTray();
  await eventually(() => isReachable(sidetone)).toBe(true);
});

test('a click on an item of a replaced menu triggers no other item', async ({ sidetone }) => {
  const { desktop, simulator } = sidetone;
  await haveTray(sidetone);
  const seeItem = (item: string) => eventually(() => desktop.menu()).toContain(item);
  const { id } = simulator.genesys.arrive({ from: '15711', isFromQueue: true });
  await seeItem('Answer');
  simulator.genesys.release(id);
  await seeItem('Answer (disabled)');
  simulator.genesys.arrive({ from: '15712', isFromQueue: true });
  await seeItem('Answer');
  await desktop.chooseOutdated('Answer');
  desktop.chooseFromTray('Reject');
  await eventually(() => simulator.genesys.calls()).toEqual([]);
  expect(requestsOf(simulator, 'Answer')).toEqual([]);
});
