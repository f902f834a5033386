import { ensureElectron, sayElectron } from './electron.mjs';
import { ensureNodeModules } from './node-modules.mjs';
import { ensureLibraries, ensureSystemPackages } from './system-packages.mjs';

/** Whether there is no display to open windows on. */
export function isHeadless(environment = process.env, platform = process.platform) {
  return platform === 'linux' && !environment.DISPLAY && !environment.WAYLAND_DISPLAY;
}

/**
 * Installs what is missing to run Sidetone from source, and prints a line for each step.
 *
 * @param {{ groups?: string[] }} [options] groups of system packages in addition to those for running
 * @returns the Electron to run on, see `ensureElectron`
 */
export async function setUp({ groups = [] } = {}) {
  await ensureSystemPackages(['run', ...(isHeadless() ? ['display'] : []), ...groups]);
  await ensureNodeModules();
  const electron = await ensureElectron();
  await ensureLibraries(electron.executable);
  sayElectron(electron);
  return electron;
}
