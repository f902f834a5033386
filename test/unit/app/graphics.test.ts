import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { hasGraphics } from '../../../main/app/graphics';
import { testInFolder } from '../../support/temporary-folder';

testInFolder('a graphics card is one that can render', async ({ folder }) => {
  expect(hasGraphics('linux', folder)).toBe(false);
  await mkdir(join(folder, 'dri'));
  // It only displays.
  await writeFile(join(folder, 'dri', 'card0'), '');
  expect(hasGraphics('linux', folder)).toBe(false);
  await writeFile(join(folder, 'dri', 'renderD128'), '');
  expect(hasGraphics('linux', folder)).toBe(true);
});

testInFolder('a driver without a render node counts too', async ({ folder }) => {
  await writeFile(join(folder, 'nvidia0'), '');
  expect(hasGraphics('linux', folder)).toBe(true);
});

testInFolder('other systems find out by themselves', ({ folder }) => {
  expect(hasGraphics('win32', folder)).toBe(true);
  expect(hasGraphics('darwin', folder)).toBe(true);
});
