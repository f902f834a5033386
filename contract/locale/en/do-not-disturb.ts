export const doNotDisturb = {
  halfHour: 'Do not disturb for 30 minutes',
  hour: 'Do not disturb for 1 hour',
  untilOff: 'Do not disturb until I turn it off',
  off: 'Turn off do not disturb',
  offWithTime: 'Turn off do not disturb (on until {time})',
  isOn: 'Do not disturb',
  isOnUntil: 'Do not disturb until {time}',
};
