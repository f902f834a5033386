import type { CommandLine } from 'electron';
import type { PasswordStore } from '../secrets/unlock-keyring';

const SWITCH = 'password-store';

/**
 * Chooses where Chromium stores its keys. By default Chromium uses the Secret Service only on
 * desktops it recognizes, and a publicly known key elsewhere. So unless another store was chosen,
 * this selects the Secret Service. Must be called before the app is ready.
 */
export function choosePasswordStore(
  commandLine: Pick<CommandLine, 'hasSwitch' | 'getSwitchValue' | 'appendSwitch'>,
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): PasswordStore {
  if (platform !== 'linux') return 'other';
  if (commandLine.hasSwitch(SWITCH)) {
    return commandLine.getSwitchValue(SWITCH).startsWith('gnome') ? 'secret-service' : 'other';
  }
  if (isKde(environment)) return 'other';
  commandLine.appendSwitch(SWITCH, 'gnome-libsecret');
  return 'secret-service';
}

/** As in Chromium (`base/nix/xdg_util.cc`). */
function isKde(environment: NodeJS.ProcessEnv): boolean {
  const { XDG_CURRENT_DESKTOP, DESKTOP_SESSION = '', KDE_FULL_SESSION } = environment;
  if (XDG_CURRENT_DESKTOP) return XDG_CURRENT_DESKTOP.split(':').includes('KDE');
  return /^(kde|plasma)/.test(DESKTOP_SESSION) || KDE_FULL_SESSION !== undefined;
}
