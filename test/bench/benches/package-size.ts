import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPackage } from '@electron/asar';
import type { Measurement } from '../figure';
import type { Settings } from '../settings';

/** The files that electron-builder.yml packages. */
const CONTENTS = [
  'out/main',
  'out/preload',
  'out/renderer',
  'out/simulator',
  'out/tray',
  'package.json',
  'LICENSE',
];
const MEGABYTE = 1_000_000;

/** Everything that Sidetone adds to Electron, compressed as in the installers, compared with Electron itself. */
export async function measurePackageSize(settings: Settings): Promise<readonly Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sidetone-bench-'));
  try {
    for (const path of CONTENTS) {
      await cp(join(settings.root, path), join(folder, 'app', path), { recursive: true });
    }
    const archive = join(folder, 'app.asar');
    await createPackage(join(folder, 'app'), archive);
    const ours = (await stat(archive)).size;
    const electron = await sizeOf(dirname(settings.executable));
    return [{ unit: 'MB', values: [ours / MEGABYTE], baselines: [electron / MEGABYTE] }];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((total, size) => total + size, 0);
}
