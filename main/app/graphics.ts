import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The drivers that make no render node: NVIDIA's own, those of some ARM boards, and that of WSL. */
const OTHER_DRIVERS = /^(nvidia|mali|kgsl|dxg)/;

/**
 * Whether Chromium could draw with a graphics card. Without one on Linux it starts its GPU process, which fails after a
 * second and starts again without; on Wayland a window that is shown meanwhile may stay empty (electron#48321).
 */
export function hasGraphics(platform: NodeJS.Platform, devices = '/dev'): boolean {
  if (platform !== 'linux') return true;
  return (
    list(devices).some((name) => OTHER_DRIVERS.test(name)) ||
    list(join(devices, 'dri')).some((name) => name.startsWith('renderD'))
  );
}

/** What cannot be listed has nothing in it. */
function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
