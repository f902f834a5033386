import type { Preferences, Switch } from '../../preferences';

/** What the agent can choose. */
export const settings = {
  title: 'Settings',
  close: 'Close',
  back: 'Back',
  pages: {
    alerts: 'Alerts',
    general: 'General',
  },
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
  appearance: 'Appearance',
  theme: 'Theme',
  themes: {
    system: 'Same as the computer',
    light: 'Light',
    dark: 'Dark',
  } satisfies Record<Preferences['theme'], string>,
  zoom: 'Size of text and controls',
  percent: '{percent} %',
};
