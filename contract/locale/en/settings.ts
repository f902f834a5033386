import type { Switch } from '../../preferences';

/** What the agent can choose. */
export const settings = {
  title: 'Settings',
  close: 'Close',
  calls: 'When a call rings',
  notifications: 'Notify me when',
  window: 'Window',
  choices: {
    ringSound: 'Play a sound',
    raiseWhenRinging: 'Bring the window to the front',
    ringingNotifications: 'A call rings',
    missedNotifications: 'I miss a call',
    rosterNotifications: 'People join or leave my call',
    connectionNotifications: 'The connection to a service is lost',
    failureNotifications: 'An action does not work',
    alwaysOnTop: 'Keep the window above other windows',
  } satisfies Record<Switch, string>,
  nothing: 'There is nothing to choose until a profile is in use.',
};
