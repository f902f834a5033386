import type { Preferences } from '../../preferences';

/** What the agent can choose. */
export const settings = {
  title: 'Settings',
  close: 'Close',
  calls: 'When a call rings',
  notifications: 'Notifications',
  choices: {
    ringSound: 'Play a sound',
    raiseWhenRinging: 'Bring the window to the front',
    rosterNotifications: 'Notify me when people join or leave my call',
  } satisfies Record<keyof Preferences, string>,
  nothing: 'There is nothing to choose until a profile is in use.',
};
