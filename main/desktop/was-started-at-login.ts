import type { SystemList } from './login-item';

/** macOS passes no arguments to login items, so `--hidden` is missing there. */
export function wasStartedAtLogin(list: SystemList, platform: NodeJS.Platform): boolean {
  return platform === 'darwin' && list.getLoginItemSettings().wasOpenedAtLogin;
}
