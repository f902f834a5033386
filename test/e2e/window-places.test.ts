import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchApp, type RunningApp } from '../support/app';
import { eventually } from '../support/eventually';
import { testInFolder as test } from '../support/temporary-folder';

const PLACE = { x: 300, y: 200, width: 500, height: 600 };

function placeOf(app: RunningApp) {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.getContentBounds(),
  );
}

test('the window reopens in its last place', async ({ folder }) => {
  const first = await launchApp({ userDataDirectory: folder });
  try {
    await first.electron.evaluate(({ BrowserWindow }, place) => {
      BrowserWindow.getAllWindows()[0]!.setContentBounds(place);
    }, PLACE);
    const kept = () => readFile(join(folder, 'windows.json'), 'utf8').catch(() => '');
    await eventually(kept).toContain(JSON.stringify(PLACE));
  } finally {
    await first.close();
  }
  const second = await launchApp({ userDataDirectory: folder });
  try {
    await eventually(() => placeOf(second)).toEqual(PLACE);
  } finally {
    await second.close();
  }
});
