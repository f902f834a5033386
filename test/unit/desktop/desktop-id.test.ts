import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DESKTOP_ID } from '../../../main/desktop/desktop-id';
import { PROJECT_ROOT } from '../../support/electron';

test('the app, its desktop file and its metadata have one name, which portals accept', async () => {
  const read = (name: string) => readFile(join(PROJECT_ROOT, name), 'utf8');
  const { desktopName } = JSON.parse(await read('package.json')) as { desktopName: string };
  expect(desktopName).toBe(`${DESKTOP_ID}.desktop`);
  expect(await read('electron-builder.yml')).toContain(`/metainfo/${DESKTOP_ID}.metainfo.xml`);
  // As in xdg-desktop-portal (`xdp_is_valid_app_id`).
  expect(DESKTOP_ID).toMatch(/^\w+(\.\w+)+$/);
});
