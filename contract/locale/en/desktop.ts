/** The tray and the notifications. */
export const desktop = {
  tray: {
    title: 'Sidetone',
    'no-profile': 'Sidetone: no profile',
    offline: 'Sidetone: not connected',
    connecting: 'Sidetone: connecting',
    attention: 'Sidetone: sign-in needed',
    idle: 'Sidetone: no call',
    ringing: 'Ringing: {party}',
    dialing: 'Dialing: {party}',
    'in-call': 'In a call: {party}',
    muted: 'In a call, muted: {party}',
    held: 'On hold: {party}',
    onCall: '{action}: {name}',
    callBack: 'Call back {name}',
    menuShow: 'Show Sidetone',
    menuRefresh: 'Refresh',
    menuQuit: 'Quit Sidetone',
  },

  desktop: {
    cannotStart: 'Sidetone cannot start',
    minimizedTitle: 'Sidetone is still running',
    minimizedBody:
      'This desktop has no tray, so the window was minimized. To quit, choose “Quit Sidetone” among its commands.',
  },

  notifications: {
    ringing: '{name} is calling',
    incomingCall: 'Incoming call',
    missed: 'Missed call from {name}',
    callBack: 'Call back',
    joined: '{name} joined',
    left: '{name} left',
    severalJoined: '{count} people joined',
    severalLeft: '{count} people left',
    joinedAndLeft: '{joined} joined, {left} left',
    nameAndNumber: '{name} ({number})',
    inCallWith: 'Call with {parties}',
    joinedList: 'Joined: {names}',
    leftList: 'Left: {names}',
  },
};
