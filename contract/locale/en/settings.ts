import type { Preferences, Switch } from '../../preferences';
import type { TestNotification } from '../../test-notification';
import { settingsFields } from './settings-fields';

/** What the agent can choose. */
export const settings = {
  title: 'Settings',
  close: 'Close',
  back: 'Back',
  pages: {
    alerts: 'Alerts',
    general: 'General',
    diagnostics: 'Diagnostics',
  },
  notifications: 'Notify me when',
  window: 'Window',
  calls: 'While a call rings',
  choices: {
    ringSound: 'Play a sound',
    raiseWhenRinging: 'Bring the window to the front',
    ringingNotifications: 'A call rings',
    missedNotifications: 'I miss a call',
    rosterNotifications: 'People join or leave my call',
    notificationsWhenFocused: 'Notify me of missed calls and people also while I use Sidetone',
    connectionNotifications: 'The connection to a service is lost',
    failureNotifications: 'An action does not work',
    alwaysOnTop: 'Keep the window above other windows',
    callBarOnTop: 'Keep the call bar above other windows',
    callBarWhenRinging: 'Show the call bar while the window is hidden',
  } satisfies Record<Switch, string>,
  fields: settingsFields,
  profileFiles: 'Sidetone profiles',
  appearance: 'Appearance',
  theme: 'Theme',
  themes: {
    system: 'Same as the computer',
    light: 'Light',
    dark: 'Dark',
  } satisfies Record<Preferences['theme'], string>,
  zoom: 'Size of text and controls',
  percent: '{percent} %',
  notificationDetails: 'Notifications',
  rosterThreshold: 'Name people who join or leave in calls of',
  upTo: 'up to {count} people',
  quiet: 'Quiet times',
  quietHours: 'Quiet hours every day',
  quietFrom: 'From',
  quietTo: 'To',
  quietHint: 'No notification, no sound. The window and the tray icon still show everything.',
  sendTest: 'Send test notification',
  testResults: {
    shown: 'Sent. If you did not see it, look at the notification settings of your desktop.',
    'not-supported': 'This desktop does not show notifications.',
    'desktop-refused': 'The desktop did not show it.',
    'no-word': 'Sent, but the desktop did not confirm that it was shown.',
  } satisfies Record<TestNotification, string>,
  testFailed: 'The notification could not be sent.',
};
