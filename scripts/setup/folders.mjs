import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** The entry that Electron starts when Playwright drives the app. */
export const drivenApp = join(projectRoot, 'scripts', 'driven');

/** The cache for downloads, shared by all clones, outside the source tree. */
export function cacheFolder(environment = process.env, platform = process.platform) {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  // According to the XDG specification, a relative path is ignored.
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'sidetone');
  if (platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'sidetone', 'cache');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'sidetone');
  return join(homedir(), '.cache', 'sidetone');
}
