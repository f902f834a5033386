/** Shortcuts, the palette of commands, and dialing. */
export const palette = {
  title: 'Commands',
  search: 'Search commands and people',
  results: 'Commands and people',
  nothing: 'Nothing matches “{typed}”.',
  more: '{count} more. Keep typing to narrow the list.',
  underWay: 'In progress.',

  stopRosterNotifications: 'Turn off join and leave notifications',
  startRosterNotifications: 'Turn on join and leave notifications',
  dial: 'Dial',
  dialTitle: 'Dial a number',
  call: 'Call {name}',
};
