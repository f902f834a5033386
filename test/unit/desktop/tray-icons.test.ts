import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findTrayIcon } from '../../../main/desktop/tray-icons';
import { PROJECT_ROOT } from '../../support/electron';

const STATES = [
  'no-profile',
  'offline',
  'connecting',
  'attention',
  'idle',
  'missed',
  'ringing',
  'dialing',
  'in-call',
  'muted',
  'held',
] as const;
const ICONS = join(PROJECT_ROOT, 'build', 'tray');
/** WCAG 2.2, 1.4.11. */
const MIN_CONTRAST = 3;
const PANELS = { light: '#ffffff', dark: '#202020' };

/** The width of a PNG picture, in pixels. */
async function widthOf(file: string): Promise<number> {
  return (await readFile(join(ICONS, file))).readUInt32BE(16);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the tray icon', () => {
  it.each([
    [1, 22],
    [1.25, 44],
    [1.5, 44],
    [2, 44],
    [3, 66],
    [4, 66],
  ])(
    'has the size on Linux that a display of %s times the usual density needs',
    async (scale, width) => {
      for (const state of STATES)
        expect(await widthOf(findTrayIcon(state, 'linux', scale))).toBe(width);
    },
  );

  it.each(STATES)('exists for Windows and macOS: %s', async (state) => {
    const files = await readdir(ICONS);
    expect(files).toContain(findTrayIcon(state, 'win32', 1));
    const template = findTrayIcon(state, 'darwin', 2);
    expect(template).toMatch(/Template\.png$/);
    expect(files).toContain(template.replace('.png', '@2x.png'));
  });

  it('differs between all states', () => {
    const states = STATES.filter((state) => state !== 'no-profile');
    const files = new Set(states.map((state) => findTrayIcon(state, 'linux', 1)));
    expect(files.size).toBe(states.length);
  });

  it('stands out from light and dark panels', async () => {
    const folder = join(PROJECT_ROOT, 'build', 'svg', 'tray');
    for (const file of await readdir(folder)) {
      const drawing = await readFile(join(folder, file), 'utf8');
      const colors = new Set(drawing.match(/#(?!000000|ffffff)[\da-f]{6}/g));
      for (const color of colors) {
        expect(contrast(color, PANELS.light), `${file} ${color}`).toBeGreaterThan(MIN_CONTRAST);
        expect(contrast(color, PANELS.dark), `${file} ${color}`).toBeGreaterThan(MIN_CONTRAST);
      }
    }
  });
});
