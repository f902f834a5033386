import { join, sep } from 'node:path';
import { APP_HOST, APP_SCHEME } from '../../contract/app-address';

/** The file for a URL; undefined if it is not below `root`. */
export function resolveAppFile(address: string, root: string): string | undefined {
  let url: URL;
  let path: string;
  try {
    url = new URL(address);
    // `..%2f` survives URL parsing, so the check comes after decoding.
    path = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  // `origin` cannot be compared, because it is the string "null" for every custom scheme.
  if (url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST) return undefined;
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const file = join(root, path);
  return file.startsWith(root + sep) ? file : undefined;
}
