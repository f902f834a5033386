/**
 * The names of what crosses between the window and the main process. Kept apart from the schemas so
 * that the preload script bundles no validator.
 */
export const REQUEST_CHANNELS = [
  'window:get-snapshot',
  'window:report-painted',
  'network:report-change',
  'call:show',
  'call:perform',
  'call:dial',
  'talkspace:start',
  'conference:watch',
  'conference:create',
  'recording:look-up',
  'recording:perform',
  'history:search',
  'history:export',
  'history:clear',
  'history:keep-for',
  'preferences:set-roster-notifications',
  'command:dismiss',
  'connection:retry',
  'app:get-about',
  'app:quit',
] as const;
export type RequestChannel = (typeof REQUEST_CHANNELS)[number];

/** Main to window: a new snapshot. */
export const SNAPSHOT_CHANNEL = 'window:snapshot';
