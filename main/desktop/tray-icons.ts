import type { TrayState } from './tray-state';

/** The icon of each state. They differ in shape, not only in color. */
const PICTURES: Record<TrayState, string> = {
  'no-profile': 'offline',
  offline: 'offline',
  connecting: 'connecting',
  attention: 'attention',
  idle: 'idle',
  missed: 'missed',
  ringing: 'ringing',
  dialing: 'dialing',
  'in-call': 'in-call',
  muted: 'muted',
  held: 'held',
};

/** The largest icon is this many times the size at 100%. */
const MAX_DENSITY = 3;

/**
 * The icon file of a state. Windows picks a size from an ICO file. macOS picks the density by file
 * name, and colors template images to fit its menu bar. Linux desktops get one image, which they
 * scale down: the smallest that is sharp at `scaleFactor`. Its name has no `@2x`, because Electron
 * would scale it down.
 */
export function findTrayIcon(
  state: TrayState,
  platform: NodeJS.Platform,
  scaleFactor: number,
): string {
  const name = PICTURES[state];
  if (platform === 'win32') return `${name}.ico`;
  if (platform === 'darwin') return `${name}Template.png`;
  const density = Math.min(Math.ceil(scaleFactor), MAX_DENSITY);
  return density <= 1 ? `${name}.png` : `${name}-${density}x.png`;
}
