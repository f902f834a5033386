/** Announcements of screen readers for changes that the agent did not cause. */
export const announcements = {
  ringing: '{name} is calling',
  joined: '{name} joined',
  left: '{name} left',
  severalJoined: '{count} people joined',
  severalLeft: '{count} people left',
  muted: 'Muted',
  unmuted: 'Unmuted',
  resumed: 'Resumed',
  nowCurrent: 'Current call: {name}, {state}',
  opened: '{line} is open',
  closed: '{line} is closed',
};
