import type { LogLevel } from '../../preference-choices';

/** The diagnostics report. */
export const diagnostics = {
  title: 'Sidetone diagnostics',
  system: 'Versions',
  profile: 'Profile',
  preferences: 'Settings',
  connections: 'Connections since the start',
  tests: 'Connection tests',
  log: 'Log',
  none: 'None.',
  secret: '[secret]',

  report: 'Report',
  hint: 'For technical support. The report contains no passwords, keys or complete telephone numbers. Nothing is sent: you can read all of it here and save it to a file.',
  show: 'Show the report',
  text: 'Report',
  save: 'Save the report',
  saved: 'Saved to {file}',
  notShown: 'The report could not be created.',
  notSaved: 'The report could not be saved: {detail}',
  fileType: 'Text',
  logLevel: 'What the log keeps',
  logLevels: {
    error: 'Errors',
    warn: 'Errors and warnings',
    info: 'Everything',
  } satisfies Record<LogLevel, string>,
};
