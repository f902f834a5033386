import type { CommandLine } from 'electron';
import type { KWallet } from '../secrets/kwallet';
import type { PasswordStore } from '../secrets/unlock-keyring';

const SWITCH = 'password-store';

/**
 * Chooses where Chromium stores its keys. By default it uses a publicly known key on desktops that it does not
 * recognize. So unless another store was chosen, this selects KWallet on KDE and the Secret Service elsewhere.
 * Must be called before the app is ready.
 */
export function choosePasswordStore(
  commandLine: Pick<CommandLine, 'hasSwitch' | 'getSwitchValue' | 'appendSwitch'>,
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): PasswordStore {
  if (platform !== 'linux') return 'other';
  if (!commandLine.hasSwitch(SWITCH)) {
    commandLine.appendSwitch(SWITCH, findKWallet(environment) ?? 'gnome-libsecret');
  }
  const chosen = commandLine.getSwitchValue(SWITCH);
  if (chosen === 'kwallet5' || chosen === 'kwallet6') return chosen;
  return chosen.startsWith('gnome') ? 'secret-service' : 'other';
}

/** The version of KWallet that belongs to the desktop; undefined if the desktop is not KDE. */
function findKWallet(environment: NodeJS.ProcessEnv): KWallet | undefined {
  const { XDG_CURRENT_DESKTOP, DESKTOP_SESSION = '', KDE_FULL_SESSION } = environment;
  const isKde = XDG_CURRENT_DESKTOP
    ? XDG_CURRENT_DESKTOP.split(':').includes('KDE')
    : /^(kde|plasma)/.test(DESKTOP_SESSION) || KDE_FULL_SESSION !== undefined;
  if (!isKde) return undefined;
  return environment.KDE_SESSION_VERSION === '5' ? 'kwallet5' : 'kwallet6';
}
