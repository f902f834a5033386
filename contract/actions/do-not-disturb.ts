import { en } from '../locale/en';
import { format } from '../locale/format';
import type { DoNotDisturb, Preferences } from '../preferences';
import { isDoNotDisturbOn, timeOfDay } from '../quiet-times';
import type { Action } from './action';

/** The durations in minutes, or until the agent turns it off. */
export type DoNotDisturbFor = 'off' | 'on' | number;

/** The actions that turn on do not disturb, for a time or until it is turned off. */
export interface DoNotDisturbAction extends Action {
  readonly setTo: DoNotDisturbFor;
}

const MINUTE_MS = 60_000;
const TEXTS = en.doNotDisturb;
const CHOICES: readonly DoNotDisturbAction[] = [
  { id: 'do-not-disturb-30', label: TEXTS.halfHour, setTo: 30, isBusy: false },
  { id: 'do-not-disturb-60', label: TEXTS.hour, setTo: 60, isBusy: false },
  { id: 'do-not-disturb', label: TEXTS.untilOff, setTo: 'on', isBusy: false },
];

/** The actions to turn it on, or off while it is on. */
export function listDoNotDisturbActions(
  { doNotDisturb }: Pick<Preferences, 'doNotDisturb'>,
  now: number,
): readonly DoNotDisturbAction[] {
  if (!isDoNotDisturbOn(doNotDisturb, now)) return CHOICES;
  const label =
    typeof doNotDisturb === 'number'
      ? format(TEXTS.offWithTime, { time: timeOfDay(doNotDisturb) })
      : TEXTS.off;
  return [{ id: 'do-not-disturb-off', label, setTo: 'off', isBusy: false }];
}

/** The preference that an action sets if it is chosen now. */
export function toDoNotDisturb(setTo: DoNotDisturbFor, now: number): DoNotDisturb {
  return typeof setTo === 'number' ? now + setTo * MINUTE_MS : setTo;
}

/** The text for do not disturb being on; undefined while it is off. */
export function describeDoNotDisturb(
  { doNotDisturb }: Pick<Preferences, 'doNotDisturb'>,
  now: number,
): string | undefined {
  if (!isDoNotDisturbOn(doNotDisturb, now)) return undefined;
  return typeof doNotDisturb === 'number'
    ? format(TEXTS.isOnUntil, { time: timeOfDay(doNotDisturb) })
    : TEXTS.isOn;
}
