import type { DoNotDisturb, Preferences, QuietHours } from './preferences';

/** Why the agent must not be disturbed. */
export type QuietReason = 'do-not-disturb' | 'quiet-hours';

/**
 * Why the agent must not be disturbed at a time in ms since the epoch; undefined if they may be.
 */
export function findQuietReason(
  { doNotDisturb, quietHours }: Pick<Preferences, 'doNotDisturb' | 'quietHours'>,
  now: number,
): QuietReason | undefined {
  if (isDoNotDisturbOn(doNotDisturb, now)) return 'do-not-disturb';
  return isQuietHour(quietHours, now) ? 'quiet-hours' : undefined;
}

export function isDoNotDisturbOn(doNotDisturb: DoNotDisturb, now: number): boolean {
  return typeof doNotDisturb === 'number' ? now < doNotDisturb : doNotDisturb === 'on';
}

/** By local time, so an hour that is repeated when clocks change is quiet twice. */
function isQuietHour({ isOn, from, to }: QuietHours, now: number): boolean {
  if (!isOn) return false;
  const time = timeOfDay(now);
  return from < to ? from <= time && time < to : from <= time || time < to;
}

/** The local time, `HH:MM`. */
export function timeOfDay(now: number): string {
  const date = new Date(now);
  return [date.getHours(), date.getMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
