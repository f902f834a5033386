import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { RunningApp } from './app';
import type { Desktop } from './desktop';
import { PROJECT_ROOT } from './electron';
import { eventually } from './eventually';

/**
 * Waits until the desktop shows this icon, named as in build/tray/, with this tooltip and exactly this menu, in
 * the notation of `Desktop.menu()`.
 */
export async function seeTray(
  { app, desktop }: { readonly app: RunningApp; readonly desktop: Desktop },
  icon: string,
  tooltip: string,
  menu: readonly string[],
): Promise<void> {
  const shape = await shapeOf(app, icon);
  await eventually(() => ({ ...desktop.tray(), menu: desktop.menu() })).toMatchObject({
    tooltip,
    menu,
    icon: shape,
  });
}

/**
 * The complete menu with these items for ringing calls, for the current call and for missed calls, while do
 * not disturb is off.
 */
export function trayMenu(
  ringing: readonly string[],
  current: readonly string[],
  missed: readonly string[] = [],
): string[] {
  return [
    ...['Show Sidetone', '-', ...ringing, '-', ...current, '-'],
    'Do not disturb for 30 minutes',
    'Do not disturb for 1 hour',
    'Do not disturb until I turn it off',
    ...(missed.length === 0 ? [] : ['-', ...missed]),
    ...['-', 'Refresh', 'Quit Sidetone'],
  ];
}

export const NO_RINGING = ['Answer (disabled)', 'Reject (disabled)'];
export const NO_CURRENT = ['Mute (disabled)', 'Hold (disabled)'];

/** The menu while there is no call, or none can be acted on. */
export const IDLE_MENU = trayMenu(NO_RINGING, NO_CURRENT);

/** A hash of a picture's opacity, as the desktop is sent it. */
async function shapeOf({ electron }: RunningApp, icon: string): Promise<string> {
  const pixels = await electron.evaluate(
    ({ nativeImage }, file) => nativeImage.createFromPath(file).toBitmap().toString('base64'),
    join(PROJECT_ROOT, 'build', 'tray', `${icon}.png`),
  );
  // Each pixel is blue, green, red and opacity.
  const opacity = Buffer.from(pixels, 'base64').filter((_byte, index) => index % 4 === 3);
  return createHash('sha256').update(opacity).digest('hex');
}
