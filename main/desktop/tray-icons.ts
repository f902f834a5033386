import type { TrayState } from './tray-state';

/** Which picture stands for a state; each differs in shape, not only in color. */
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

/** How many times the size at 100 % the largest picture is. */
const MAX_DENSITY = 3;

/**
 * The file with the picture of a state. Windows picks the size in an ICO file. macOS picks the density by
 * the name, and colors a template to fit its menu bar. Linux desktops are given one picture of any size,
 * which they shrink: the smallest that is sharp at `scaleFactor`. With `@2x` in its name Electron would shrink it.
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
