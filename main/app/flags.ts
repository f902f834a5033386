/** The flags that control the running app, with their descriptions for `--help`. */
export const REMOTE_SWITCHES = {
  mute: 'mute the current call of the running app',
  unmute: 'unmute the current call',
  answer: 'answer the ringing call',
  'hang-up': 'hang up the current call',
  show: "bring the running app's window to the front",
} as const;

/** Sidetone's flags, by name without the dashes, with their descriptions for `--help`. */
export const SWITCHES = {
  demo: 'simulated services and a demo call; a stored profile is not touched',
  'trace-numbers': 'write full telephone numbers to the trace',
  hidden: 'start in the tray, or minimized if there is none',
  ...REMOTE_SWITCHES,
  smoke: 'start, show the window, print "smoke ok" and exit',
  version: 'print the version and exit',
  help: 'print this help and exit',
} as const;

/** The flags that take a value, with the value's name. */
export const VALUES = {
  profile: ['FILE', 'use this profile for this run; its secrets stay in memory'],
  'import-profile': ['FILE', 'check a profile, store it with its secrets encrypted, and exit'],
  trace: ['FILE', 'append all events as JSON lines; - for standard output'],
  dial: ['NUMBER', 'fill in a number in the running app; you confirm it there'],
  'user-data-dir': ['DIR', 'keep all state in this folder'],
} as const;

export type SwitchName = keyof typeof SWITCHES;
export type ValueName = keyof typeof VALUES;

/** What `--help` prints. */
export function describeUsage(): string {
  const rows = [
    ...Object.entries(VALUES).map(([name, [value, meaning]]) => [`--${name} ${value}`, meaning]),
    ...Object.entries(SWITCHES).map(([name, meaning]) => [`--${name}`, meaning]),
  ];
  const width = Math.max(...rows.map(([flag = '']) => flag.length));
  return [
    'Usage: sidetone [FLAG...]',
    'From source: npm start -- [FLAG...]',
    '',
    ...rows.map(([flag = '', meaning = '']) => `  ${flag.padEnd(width)}  ${meaning}`),
    '',
    "Chromium's own switches pass through, except those that would open an installed app to others.",
  ].join('\n');
}
