import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { launchApp, NO_SERVICES, type RunningApp } from '../support/app';
import { startDisplay } from '../support/display';
import { eventually } from '../support/eventually';
import { testInFolder as test } from '../support/temporary-folder';

const PLACE = { x: 300, y: 200, width: 500, height: 600 };
const SMALL_AREA = { x: 0, y: 30, width: 800, height: 450 };

function placeOf(app: RunningApp) {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.getContentBounds(),
  );
}

test('the window reopens in its last place, and is resized when its display becomes smaller', async ({
  folder,
}) => {
  const launch = () => launchApp({ profile: NO_SERVICES, userDataDirectory: folder });
  const first = await launch();
  try {
    await first.electron.evaluate(({ BrowserWindow }, place) => {
      BrowserWindow.getAllWindows()[0]!.setContentBounds(place);
    }, PLACE);
    const kept = () => readFile(join(folder, 'windows.json'), 'utf8').catch(() => '');
    await eventually(kept).toContain(JSON.stringify(PLACE));
  } finally {
    await first.close();
  }
  const second = await launch();
  try {
    await eventually(() => placeOf(second)).toEqual(PLACE);
    await second.electron.evaluate(({ screen }, workArea) => {
      const display = screen.getPrimaryDisplay();
      screen.getDisplayMatching = () => ({ ...display, workArea });
      screen.emit('display-metrics-changed', {}, display, ['workArea']);
    }, SMALL_AREA);
    await eventually(() => placeOf(second)).toMatchObject({ y: 62, height: 410 });
  } finally {
    await second.close();
  }
});

describe.runIf(process.platform === 'linux')('on a small display', () => {
  test('the window fits', async () => {
    const display = await startDisplay(1024, 600);
    const app = await launchApp({ profile: NO_SERVICES, environment: display.environment });
    try {
      const area = await app.electron.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
      expect(area).toMatchObject({ width: 1024, height: 600 });
      const place = await placeOf(app);
      expect(place.y).toBeGreaterThanOrEqual(0);
      expect(place.y + place.height).toBeLessThanOrEqual(600);
      expect(place.width).toBe(380);
    } finally {
      await app.close();
      await display.close();
    }
  });
});
