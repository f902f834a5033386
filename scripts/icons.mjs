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

async function planTray() {
  const names = await readdir(join(folder, 'svg', 'tray'));
  return names.flatMap((file) => {
    const svg = join(folder, 'svg', 'tray', file);
    const name = join(folder, 'tray', basename(file, '.svg'));
    return [
      { svg, png: `${name}.png`, size: 22, scale: 1 },
      { svg, png: `${name}@2x.png`, size: 44, scale: 1 },
    ];
  });
}

/** @param {string} work */
async function writeContainers(work) {
  const ico = ICO_SIZES.map(async (size) => {
    return { size, png: await readFile(join(work, `${size}.png`)) };
  });
  await writeFile(join(folder, 'icon.ico'), encodeIco(await Promise.all(ico)));
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
    await writeFile(list, JSON.stringify([...planApp(work), ...(await planTray())]));
    const parameters = [...sandboxFlags(), `--user-data-dir=${join(work, 'data')}`, canvas, list];
    await inDesktopSession((env) => runOrFail(executable, parameters, { env }));
    await writeContainers(work);
  });
  say('Wrote the icons in build/');
});
