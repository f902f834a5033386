// Usage: node scripts/icons.mjs
// Redraws the icons in build/ from the drawings in build/svg/. Run it after changing a drawing.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { encodeIcns, encodeIco } from './icons/containers.mjs';
import { inDesktopSession } from './session/desktop-session.mjs';
import { sandboxFlags } from './session/sandbox-flags.mjs';
import { projectRoot } from './setup/folders.mjs';
import { runOrFail } from './setup/run.mjs';
import { runMain, say } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';
import { withTemporaryFolder } from './setup/temporary-folder.mjs';

const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** The size of the tray icon in pixels at 100%, and the scale factors of displays. */
const TRAY_SIZE = 22;
const TRAY_SCALES = [1, 2, 3];
/** The sizes of the tray icon on Windows, from 100 to 300%. */
const TRAY_ICO_SIZES = [16, 20, 24, 32, 40, 48];
/** macOS block types by image size in pixels; some are for double density. */
const ICNS_TYPES = {
  icp4: 16,
  icp5: 32,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
};
/** macOS icons have a margin: 824 of 1024 pixels. */
const MAC_SCALE = 824 / 1024;

const folder = join(projectRoot, 'build');

/** @param {string} work */
function planApp(work) {
  const svg = join(folder, 'svg', 'icon.svg');
  const sizes = [...new Set([...LINUX_SIZES, ...ICO_SIZES])];
  const macSizes = [...new Set(Object.values(ICNS_TYPES))];
  return [
    { svg, png: join(folder, 'icon.png'), size: 1024, scale: 1 },
    ...sizes.map((size) => ({ svg, png: join(work, `${size}.png`), size, scale: 1 })),
    ...LINUX_SIZES.map((size) => {
      return { svg, png: join(folder, 'icons', `${size}x${size}.png`), size, scale: 1 };
    }),
    ...macSizes.map((size) => {
      return { svg, png: join(work, `mac-${size}.png`), size, scale: MAC_SCALE };
    }),
  ];
}

async function listTrayNames() {
  const files = await readdir(join(folder, 'svg', 'tray'));
  return files.map((file) => basename(file, '.svg'));
}

/**
 * Draws the tray icons: in color, for panels of any color, and as templates for macOS, which colors the
 * opaque part.
 * @param {string} work
 * @param {string[]} names
 */
function planTray(work, names) {
  return names.flatMap((name) => {
    const svg = join(folder, 'svg', 'tray', `${name}.svg`);
    const sharp = TRAY_SCALES.flatMap((density) => {
      /** @param {string} mark */
      const ending = (mark) => (density === 1 ? '.png' : `${mark}${String(density)}x.png`);
      const size = TRAY_SIZE * density;
      const png = join(folder, 'tray', `${name}${ending('-')}`);
      const template = join(folder, 'tray', `${name}Template${ending('@')}`);
      return [
        { svg, png, size, scale: 1 },
        { svg, png: template, size, scale: 1, isTemplate: true },
      ];
    });
    const forIco = TRAY_ICO_SIZES.map((size) => {
      return { svg, png: join(work, `tray-${name}-${String(size)}.png`), size, scale: 1 };
    });
    return [...sharp, ...forIco];
  });
}

/**
 * @param {string} file
 * @param {number[]} sizes
 * @param {(size: number) => string} pictureOf
 */
async function writeIco(file, sizes, pictureOf) {
  const pictures = sizes.map(async (size) => ({ size, png: await readFile(pictureOf(size)) }));
  await writeFile(file, encodeIco(await Promise.all(pictures)));
}

/**
 * @param {string} work
 * @param {string[]} trayNames
 */
async function writeContainers(work, trayNames) {
  await writeIco(join(folder, 'icon.ico'), ICO_SIZES, (size) => join(work, `${String(size)}.png`));
  for (const name of trayNames) {
    await writeIco(join(folder, 'tray', `${name}.ico`), TRAY_ICO_SIZES, (size) =>
      join(work, `tray-${name}-${String(size)}.png`),
    );
  }
  const icns = Object.entries(ICNS_TYPES).map(async ([type, size]) => {
    return { type, png: await readFile(join(work, `mac-${size}.png`)) };
  });
  await writeFile(join(folder, 'icon.icns'), encodeIcns(await Promise.all(icns)));
}

await runMain(async () => {
  const { executable } = await setUp();
  const canvas = join(projectRoot, 'scripts', 'icons', 'canvas');
  await withTemporaryFolder('icons', async (work) => {
    const list = join(work, 'list.json');
    const trayNames = await listTrayNames();
    await writeFile(list, JSON.stringify([...planApp(work), ...planTray(work, trayNames)]));
    const parameters = [...sandboxFlags(), `--user-data-dir=${join(work, 'data')}`, canvas, list];
    await inDesktopSession((env) => runOrFail(executable, parameters, { env }));
    await writeContainers(work, trayNames);
  });
  say('Wrote the icons in build/');
});
