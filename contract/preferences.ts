import { z } from 'zod';
import { LOG_LEVELS, THEMES, ZOOM_LEVELS } from './preference-choices';

/** A local time of day, `HH:MM`. */
const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Every day from one time to another, past midnight if `to` is not later than `from`. */
const quietHoursSchema = z.object({
  isOn: z.boolean(),
  from: timeOfDaySchema,
  to: timeOfDaySchema,
});
export type QuietHours = z.infer<typeof quietHoursSchema>;

/**
 * The state of do not disturb: off, on until the agent turns it off, or on until a time in ms since
 * the epoch.
 */
const doNotDisturbSchema = z.union([z.enum(['off', 'on']), z.int().nonnegative()]);
export type DoNotDisturb = z.infer<typeof doNotDisturbSchema>;

/** The agent's preferences. Add a new one here and to `DEFAULT_PREFERENCES`. */
export const preferencesSchema = z.object({
  /** Whether a ringing call shows a notification. */
  ringingNotifications: z.boolean(),
  /** Whether a missed call shows in a notification, the tray and the badge. */
  missedNotifications: z.boolean(),
  /** Whether notifications say who joins and leaves the current call. */
  rosterNotifications: z.boolean(),
  /** In a call with more people than this, joins and leaves are counted instead of named. */
  rosterThreshold: z.int().min(1).max(500),
  /** Whether a lost connection shows a notification. */
  connectionNotifications: z.boolean(),
  /** Whether a failed action shows a notification. */
  failureNotifications: z.boolean(),
  /**
   * Whether joins, leaves and missed calls show notifications even while the window has the focus.
   */
  notificationsWhenFocused: z.boolean(),
  /** Whether a sound is played while a call rings. */
  ringSound: z.boolean(),
  /** Whether the window is shown, without taking the focus, when a call rings. */
  raiseWhenRinging: z.boolean(),
  doNotDisturb: doNotDisturbSchema,
  quietHours: quietHoursSchema,
  /** Whether the window stays above other windows. */
  alwaysOnTop: z.boolean(),
  theme: z.enum(THEMES),
  zoom: z.literal(ZOOM_LEVELS),
  /** Whether the call bar stays above other windows. */
  callBarOnTop: z.boolean(),
  /** Whether the call bar is shown when a call rings while the window is hidden. */
  callBarWhenRinging: z.boolean(),
  logLevel: z.enum(LOG_LEVELS),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** The preferences that are on or off. */
export type Switch = {
  [Name in keyof Preferences]: Preferences[Name] extends boolean ? Name : never;
}[keyof Preferences];

export const DEFAULT_PREFERENCES: Preferences = {
  ringingNotifications: true,
  missedNotifications: true,
  rosterNotifications: true,
  rosterThreshold: 10,
  connectionNotifications: true,
  failureNotifications: true,
  notificationsWhenFocused: true,
  ringSound: false,
  raiseWhenRinging: false,
  doNotDisturb: 'off',
  quietHours: { isOn: false, from: '18:00', to: '08:00' },
  alwaysOnTop: false,
  theme: 'system',
  zoom: 100,
  callBarOnTop: true,
  callBarWhenRinging: false,
  logLevel: 'info',
};

type Shape = typeof preferencesSchema.shape;

/** The preferences to change. The others are not affected. */
export const preferenceChangeSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(preferencesSchema.shape).map(([name, schema]) => [name, schema.exactOptional()]),
  ) as { [Name in keyof Shape]: z.ZodExactOptional<Shape[Name]> },
);
export type PreferenceChange = z.infer<typeof preferenceChangeSchema>;
