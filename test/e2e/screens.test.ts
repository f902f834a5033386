import { describe, expect } from 'vitest';
import { launchApp, type RunningApp } from '../support/app';
import { startDisplay } from '../support/display';
import { eventually } from '../support/eventually';
import { testInFolder as test } from '../support/temporary-folder';

function look(app: RunningApp) {
  return app.electron.evaluate(({ BrowserWindow, screen }) => ({
    bounds: BrowserWindow.getAllWindows()[0]!.getContentBounds(),
    area: screen.getPrimaryDisplay().workArea,
  }));
}

describe.runIf(process.platform === 'linux')('on a small display', () => {
  test('the window fits', async () => {
    const display = await startDisplay(1024, 600);
    const app = await launchApp({ flags: ['--demo'], environment: display.environment });
    try {
      const { bounds, area } = await look(app);
      expect(area).toMatchObject({ width: 1024, height: 600 });
      expect(bounds.y).toBeGreaterThanOrEqual(0);
      expect(bounds.y + bounds.height).toBeLessThanOrEqual(600);
      expect(bounds.width).toBe(380);
    } finally {
      await app.close();
      await display.close();
    }
  });
});

test('an open window is resized when its display becomes smaller', async () => {
  const app = await launchApp({ flags: ['--demo'] });
  const small = { x: 0, y: 30, width: 800, height: 450 };
  try {
    await app.electron.evaluate(({ screen }, workArea) => {
      const display = screen.getPrimaryDisplay();
      screen.getDisplayMatching = () => ({ ...display, workArea });
      screen.emit('display-metrics-changed', {}, display, ['workArea']);
    }, small);
    await eventually(async () => (await look(app)).bounds).toMatchObject({
      y: 62,
      height: 410,
    });
  } finally {
    await app.close();
  }
});
