import type { Page } from 'playwright-core';
import type { PreferenceChange } from '../../../contract/preferences';
import '../../../renderer/bridge';
import { describe, expect } from 'vitest';
import { audit } from '../../support/axe';
import { eventually } from '../../support/eventually';
import { requestsOf, type Sidetone } from '../../support/sidetone';
import { refusal, showCall } from '../../support/telephone';
import { button, currentCall, seeText } from '../../support/window';
import { test } from './app';

interface Shown {
  readonly isWindowVisible: boolean;
  readonly bars: readonly { readonly size: readonly number[]; readonly isOnTop: boolean }[];
}

function look({ app }: Sidetone): Promise<Shown> {
  return app.electron.evaluate(({ BrowserWindow }) => {
    const all = BrowserWindow.getAllWindows();
    const isBar = (window: Electron.BrowserWindow): boolean =>
      window.webContents.getURL().endsWith('?call-bar');
    return {
      isWindowVisible: all.some((window) => !isBar(window) && window.isVisible()),
      bars: all
        .filter((window) => isBar(window) && window.isVisible())
        .map((window) => ({ size: window.getContentSize(), isOnTop: window.isAlwaysOnTop() })),
    };
  });
}

const BAR_ALONE = { isWindowVisible: false, bars: [{ size: [320, 56], isOnTop: true }] };
const WINDOW_ALONE = { isWindowVisible: true, bars: [] };

/** Opens the bar with the window's shortcut. */
async function openBar(sidetone: Sidetone): Promise<Page> {
  const { app, desktop, page } = sidetone;
  await eventually(() => desktop.tray()).toBeDefined();
  const opening = app.electron.waitForEvent('window');
  await page.keyboard.press('Control+Shift+M');
  const bar = await opening;
  await currentCall(bar).waitFor();
  await eventually(() => look(sidetone)).toEqual(BAR_ALONE);
  return bar;
}

/** Presses a button that closes the bar. Such a press is never confirmed, because its window is gone. */
async function closeBar(bar: Page, press: Promise<void>): Promise<void> {
  await Promise.all([bar.waitForEvent('close'), press.catch(() => undefined)]);
}

async function showWindow(sidetone: Sidetone, bar: Page): Promise<void> {
  await closeBar(bar, button(bar, 'Show window').click());
  await eventually(() => look(sidetone)).toEqual(WINDOW_ALONE);
}

function prefer({ page }: Sidetone, change: PreferenceChange): Promise<unknown> {
  return page.evaluate((wanted) => window.sidetone?.changePreference(wanted), change);
}

describe('the call bar', () => {
  test('replaces the window: its buttons act once, and a double click brings the window back', async ({
    sidetone,
  }) => {
    const { simulator } = sidetone;
    const { id } = await showCall(sidetone, { from: '15901' });
    const bar = await openBar(sidetone);
    await seeText(currentCall(bar), 'Established');
    await bar.getByRole('timer', { name: 'Call time', exact: true }).waitFor();

    await button(bar, 'Mute').click();
    await button(bar, 'Unmute').waitFor();
    await seeText(currentCall(bar), 'Muted');
    await bar.keyboard.press('Control+L');
    await button(bar, 'Resume').waitFor();
    await seeText(currentCall(bar), 'On hold');
    await audit(bar);
    for (const operation of ['MuteCall', 'Hold']) {
      expect(requestsOf(simulator, operation, id)).toHaveLength(1);
    }

    await closeBar(bar, bar.getByRole('heading', { name: '15901', exact: true }).dblclick());
    await eventually(() => look(sidetone)).toEqual(WINDOW_ALONE);
    await seeText(currentCall(sidetone.page), 'On hold');
  });

  test('shows who else is calling, and keeps its buttons for the current call', async ({
    sidetone,
  }) => {
    const { simulator } = sidetone;
    const { id } = await showCall(sidetone, { from: '15902' });
    const bar = await openBar(sidetone);
    simulator.genesys.arrive({ from: '15903' });
    await seeText(currentCall(bar), /15903 is calling/);
    await button(bar, 'Hang up 15902').click();
    await eventually(() => requestsOf(simulator, 'Hangup', id)).toHaveLength(1);
    await showWindow(sidetone, bar);
  });

  test('opens the window to report a failure', async ({ sidetone }) => {
    const { simulator } = sidetone;
    await showCall(sidetone, { from: '15904' });
    const bar = await openBar(sidetone);
    simulator.setFaults([refusal('MuteCall', 4, 'The switch has its reasons.')]);
    await button(bar, 'Mute').click();
    await eventually(() => look(sidetone)).toEqual(WINDOW_ALONE);
  });

  test('appears when a call rings while the window is hidden, answers it, and disappears with it', async ({
    sidetone,
  }) => {
    const { app, desktop, simulator } = sidetone;
    await prefer(sidetone, { callBarWhenRinging: true, callBarOnTop: false });
    await eventually(() => desktop.tray()).toBeDefined();
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
    await eventually(() => look(sidetone)).toEqual({ isWindowVisible: false, bars: [] });
    const opening = app.electron.waitForEvent('window');
    const { id } = simulator.genesys.arrive({ from: '15905', isFromQueue: true });
    const bar = await opening;
    await button(bar, 'Reject').waitFor();
    await eventually(() => look(sidetone)).toMatchObject({ bars: [{ isOnTop: false }] });
    await audit(bar);
    await button(bar, 'Answer').click();
    await eventually(() => simulator.genesys.calls()[0]?.state).toBe('Established');
    expect(requestsOf(simulator, 'Answer', id)).toHaveLength(1);
    simulator.genesys.release(id);
    await eventually(() => look(sidetone)).toEqual({ isWindowVisible: false, bars: [] });
    desktop.chooseFromTray('Show Sidetone');
    await eventually(() => look(sidetone)).toEqual(WINDOW_ALONE);
    await prefer(sidetone, { callBarWhenRinging: false, callBarOnTop: true });
  });

  test('is sandboxed like the window', async ({ sidetone }) => {
    const bar = await openBar(sidetone);
    const seen = await bar.evaluate(() => ({
      globals: ['process', 'require', 'module'].filter((name) => name in globalThis),
      isFrozen: Object.isFrozen(window.sidetone),
    }));
    expect(seen).toEqual({ globals: [], isFrozen: true });
    const preferences = await sidetone.app.electron.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .map((contents) =>
          (
            contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
          ).getLastWebPreferences(),
        ),
    );
    expect(preferences).toHaveLength(2);
    for (const each of preferences) {
      expect(each).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    }
    await seeText(currentCall(bar), 'No call');
    await showWindow(sidetone, bar);
  });
});
