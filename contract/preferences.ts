import { z } from 'zod';

/** What the agent can switch on and off. */
export const preferencesSchema = z.object({
  /** Whether a notification says who joins and leaves the current call. */
  rosterNotifications: z.boolean(),
  /** Whether a sound is played while a call rings. */
  ringSound: z.boolean(),
  /** Whether the window comes up, without taking the focus, when a call rings. */
  raiseWhenRinging: z.boolean(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const DEFAULT_PREFERENCES: Preferences = {
  rosterNotifications: true,
  ringSound: false,
  raiseWhenRinging: false,
};

export const preferenceChangeSchema = z.strictObject({
  preference: preferencesSchema.keyof(),
  isOn: z.boolean(),
});
export type PreferenceChange = z.infer<typeof preferenceChangeSchema>;
