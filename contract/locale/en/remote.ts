/** The messages of the command line when the running app did not carry out a command. */
export const remote = {
  notRunning: 'Sidetone is not running.',
  noFolder: 'The data folder cannot be used: {problem}.',
  noReply: 'Sidetone did not answer. Its window shows whether this was done.',
  noCall: 'There is no call.',
  justEnded:
    'A call has just ended, and this may have been meant for it. Try again for the other call.',
  isRepeated: 'Hang up was requested less than a second ago. Wait a moment and try again.',
  noRingingCall: 'No call is ringing.',
  noDialing: 'The profile has no service that can dial.',
  notKnown: 'It is not known whether this was done. {message}',
};
