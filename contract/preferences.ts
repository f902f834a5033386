import { z } from 'zod';
import { LOG_LEVELS, THEMES, ZOOM_LEVELS } from './preference-choices';

/** A time of day on the computer's own clock, `HH:MM`. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Every day from one time to the other, past midnight where `to` is not later than `from`. */
export const quietHoursSchema = z.object({
  isOn: z.boolean(),
  from: timeOfDaySchema,
  to: timeOfDaySchema,
});
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** Whether the agent does not want to be disturbed: until they switch it off, or until a time in ms since the epoch. */
export const doNotDisturbSchema = z.union([z.enum(['off', 'on']), z.int().nonnegative()]);
export type DoNotDisturb = z.infer<typeof doNotDisturbSchema>;

/** What the agent can choose. A new preference is added here and to `DEFAULT_PREFERENCES`. */
export const preferencesSchema = z.object({
  /** Whether a notification says that a call rings. */
  ringingNotifications: z.boolean(),
  /** Whether a notification, the tray and the badge say that a call was missed. */
  missedNotifications: z.boolean(),
  /** Whether a notification says who joins and leaves the current call. */
  rosterNotifications: z.boolean(),
  /** In a call with more people than this, joins and leaves are counted instead of named. */
  rosterThreshold: z.int().min(1).max(500),
  /** Whether a notification says that the connection to a service was lost. */
  connectionNotifications: z.boolean(),
  /** Whether a notification says that an action did not work. */
  failureNotifications: z.boolean(),
  /** Whether joins, leaves and missed calls are notified of while the window has the focus too. */
  notificationsWhenFocused: z.boolean(),
  /** Whether a sound is played while a call rings. */
  ringSound: z.boolean(),
  /** Whether the window comes up, without taking the focus, when a call rings. */
  raiseWhenRinging: z.boolean(),
  doNotDisturb: doNotDisturbSchema,
  quietHours: quietHoursSchema,
  /** Whether the window stays above other windows. */
  alwaysOnTop: z.boolean(),
  theme: z.enum(THEMES),
  zoom: z.literal(ZOOM_LEVELS),
  /** Whether the call bar stays above other windows. */
  callBarOnTop: z.boolean(),
  /** Whether the call bar comes up when a call rings while the window is hidden. */
  callBarWhenRinging: z.boolean(),
  logLevel: z.enum(LOG_LEVELS),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** The preferences that are switched on or off. */
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

/** The preferences that are to change; the others stay as they are. */
export const preferenceChangeSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(preferencesSchema.shape).map(([name, schema]) => [name, schema.exactOptional()]),
  ) as { [Name in keyof Shape]: z.ZodExactOptional<Shape[Name]> },
);
export type PreferenceChange = z.infer<typeof preferenceChangeSchema>;
