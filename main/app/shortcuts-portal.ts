import type { CommandLine } from 'electron';

/**
 * Chromium's features with which the desktop's portal binds global shortcuts on Wayland (electron#45171,
 * and electron#52221 for GNOME). Newer versions of Electron turn them on by default. See ADR 16.
 */
const FEATURES = ['GlobalShortcutsPortal', 'GlobalShortcutsPortalPreferredTrigger'];

/** Must be called before the app is ready. `--disable-features` still turns them off. */
export function allowShortcutsPortal(
  commandLine: Pick<CommandLine, 'getSwitchValue' | 'appendSwitch'>,
  platform: NodeJS.Platform,
): void {
  if (platform !== 'linux') return;
  // Chromium takes only the last of several such switches.
  const features = [commandLine.getSwitchValue('enable-features'), ...FEATURES].filter(Boolean);
  commandLine.appendSwitch('enable-features', features.join(','));
}
