import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Drivers without a render node: NVIDIA's own, those of some ARM boards, and that of WSL. */
const OTHER_DRIVERS = /^(nvidia|mali|kgsl|dxg)/;

/**
 * Whether Chromium could draw with a graphics card. Without one on Linux, its GPU process fails
 * after a second and is started again in software mode. On Wayland, a window that is shown in the
 * meantime may stay empty (electron#48321).
 */
export function hasGraphics(platform: NodeJS.Platform, devices = '/dev'): boolean {
  if (platform !== 'linux') return true;
  return (
    list(devices).some((name) => OTHER_DRIVERS.test(name)) ||
    list(join(devices, 'dri')).some((name) => name.startsWith('renderD'))
  );
}

/** A folder that cannot be listed counts as empty. */
function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
