import { expect } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/simulator';
import { launchApp, type RunningApp } from '../support/app';
import { startDesktop, type Desktop, type DesktopOptions } from '../support/desktop';
import { eventually } from '../support/eventually';
import { requestsOf } from '../support/sidetone';
import { testInFolder as test } from '../support/temporary-folder';
import { button, currentCall, dialog, form, seeText } from '../support/window';

interface Scene {
  readonly app: RunningApp;
  readonly desktop: Desktop;
  readonly simulator: Simulator;
}

async function inScene(
  options: DesktopOptions & { readonly flags?: readonly string[] },
  play: (scene: Scene) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator();
  const desktop = await startDesktop(options);
  const { version, agent, genesys } = simulator.profile;
  const app = await launchApp({
    profile: { version, agent, genesys },
    environment: desktop.environment,
    ...(options.flags && { flags: options.flags }),
  });
  try {
    await app.waitForTrace({ kind: 'connection', vendor: 'genesys', state: 'connected' });
    await play({ app, desktop, simulator });
  } finally {
    await app.close();
    await desktop.close();
    await simulator.close();
  }
}

/** Whether the agent can bring the window up by what the desktop shows of it. */
function isReachable({ app }: Scene): Promise<boolean> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((window) => window.isVisible() || window.isMinimized()),
  );
}

function closeWindow({ app }: Scene): Promise<void> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

test('without a tray, closing the window minimizes it, with one notification', async () => {
  await inScene({ hasTray: false }, async (scene) => {
    await scene.app.waitForTrace({ kind: 'window', event: 'ready' });
    await closeWindow(scene);
    await eventually(() => scene.desktop.notifications()).toMatchObject([
      { title: 'Sidetone is still running' },
    ]);
    expect(await isReachable(scene)).toBe(true);
    await closeWindow(scene);
    expect(await isReachable(scene)).toBe(true);
    // A later report follows all earlier ones.
    const { id } = scene.simulator.genesys.arrive({ from: '15701', state: 'Established' });
    await seeText(currentCall(scene.app.page), 'Established');
    scene.simulator.genesys.join(id, { number: '15702' });
    await eventually(() => scene.desktop.notifications().length).toBe(2);
    expect(scene.desktop.notifications()[1]).toMatchObject({
      title: expect.stringMatching('15702') as string,
    });
    expect((await scene.app.trace()).filter(({ kind }) => kind === 'tray')).toEqual([]);
  });
});

test('without a tray, --hidden starts minimized and shows a call', async () => {
  await inScene({ hasTray: false, flags: ['--hidden'] }, async (scene) => {
    await eventually(() => isReachable(scene)).toBe(true);
    scene.simulator.genesys.arrive({ from: '15703' });
    await seeText(currentCall(scene.app.page), 'Ringing');
    expect((await scene.app.trace()).filter(({ kind }) => kind === 'tray')).toEqual([]);
  });
});

test('the icon appears when a tray starts, and again when it restarts', async () => {
  await inScene({ hasTray: false }, async ({ app, desktop, simulator }) => {
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
    await eventually(() => desktop.menu()).toContainEqual({ label: 'Mute', isEnabled: false });
    desktop.chooseFromTray('Show Sidetone');
    await app.waitForTrace({ kind: 'window', event: 'shown' });
  });
});

test('a click on an entry of a replaced menu triggers no other entry', async () => {
  await inScene({}, async ({ desktop, simulator }) => {
    const labels = () => desktop.menu().map(({ label }) => label);
    const { id } = simulator.genesys.arrive({ from: '15711', isFromQueue: true });
    await eventually(labels).toContain('Answer');
    simulator.genesys.release(id);
    await eventually(labels).not.toContain('Answer');
    simulator.genesys.arrive({ from: '15712', isFromQueue: true });
    await eventually(labels).toContain('Answer');
    await desktop.chooseOutdated('Answer');
    desktop.chooseFromTray('Reject');
    await eventually(() => simulator.genesys.calls()).toEqual([]);
    expect(requestsOf(simulator, 'Answer')).toEqual([]);
  });
});

test('a window hidden in the tray is shown when the tray disappears', async () => {
  await inScene({ flags: ['--hidden'] }, async (scene) => {
    await eventually(() => scene.desktop.tray()?.tooltip).toBe('Sidetone: no call');
    expect(await isReachable(scene)).toBe(false);
    scene.desktop.stopTray();
    await eventually(() => isReachable(scene)).toBe(true);
  });
});

test('quitting during a call asks for confirmation, and the call continues', async () => {
  await inScene({ hasTray: false }, async ({ app, simulator }) => {
    const { id } = simulator.genesys.arrive({ from: '15705', state: 'Established' });
    await seeText(currentCall(app.page), 'Established');
    const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
    const question = dialog(app.page, 'Quit during a call?');
    for (const answer of ['Cancel', 'Quit Sidetone']) {
      await button(app.page, 'Commands').click();
      const palette = form(app.page, 'Commands');
      await palette.getByRole('combobox').fill('quit');
      await palette.getByRole('option', { name: 'Quit Sidetone', exact: true }).click();
      await seeText(question, /The call continues/);
      await button(question, answer).click();
    }
    expect(await ended).toBe(0);
    expect(simulator.genesys.calls()).toMatchObject([{ id, state: 'Established' }]);
  });
});
