/** The list of ended calls. */
export const lastCalls = {
  kinds: {
    incoming: 'Incoming',
    outgoing: 'Outgoing',
    missed: 'Missed',
    unanswered: 'No answer',
  },
  missed: '{count} missed',
  callBack: 'Call back {name}',
  dismiss: 'Dismiss missed call from {name}',
};
