import type { CallState, Line } from '../../call-model';

export const windowTexts = {
  title: 'Sidetone',
  currentCall: 'Current call',
  noCall: 'No call',
  noCallHint: 'Calls of {name} appear here by themselves.',
  unknownParty: 'Unknown party',
  someParties: '{names} and {count} more',
  muted: 'Muted',
  lineTitles: {
    genesys: 'Telephone',
    talkspace: 'TalkSpace',
    conference: 'Conference',
  } satisfies Record<Line, string>,
  staleConnecting: 'As of {time}; reconnecting…',
  staleLost: 'As of {time}; not connected.',

  participants: 'Participants',
  noParticipants: 'Nobody else is in it.',
  calling: 'calling…',

  otherCalls: 'Other calls',
  show: 'Show',
  showCall: 'Show {name}',

  talkSpaceId: 'ID',
  inThisTalkSpace: 'In this TalkSpace',
  nobodyInTalkSpace: 'Nobody has joined yet.',

  conferenceStates: {
    waiting: 'created',
    dialing: 'created',
    ringing: 'created',
    established: 'active',
    held: 'active',
    ended: 'completed',
  } satisfies Record<CallState, string>,
  activeMembers: '{count} active members',
  oneActiveMember: '1 active member',
  members: 'Members',
  morePeople: 'and {count} more',

  connections: 'Connections',
  connection: '{vendor}: {state}',
  tryAgain: 'Try again',

  reasons: {
    noConnection: 'Not possible while {vendor} is not connected.',
    over: 'Not possible: the call is over.',
    notAnswered: 'Possible once the call is answered.',
    notAllowed: '{vendor} does not allow this for the call as it is now.',
  },

  remove: 'Remove',
  removeTitle: 'Remove {name}?',
  removeBody: '{name} will be taken out of the call. The call goes on for everybody else.',
  removeGone: '{name} has already left. There is nobody to remove.',
  removeNotPossible: 'Removing {name} is not possible at the moment.',
  cancel: 'Cancel',

  deleteTitle: 'Delete this call?',
  deleteBody: 'This deletes the recording of the call with {parties}. It cannot be undone.',
  deleteOwnBody: 'This deletes the recording of this call. It cannot be undone.',
  lookingUp: 'Looking the recording up…',
  caller: 'Caller',
  called: 'Called',
  started: 'Started',
  stillRecorded: 'This call is still being recorded: it will be marked for deletion.',
  lookUpFailed: 'The recording could not be looked up.',
  deletingMayBeRefused: 'You can still ask to delete it, but deleting may be refused.',
  deleteNotPossible: 'Deleting is no longer possible for this call.',

  requests: {
    'show-call': 'Show',
    'retry-connection': 'Try again',
    'dismiss-command': 'Dismiss',
  },
  failed: '“{action}” did not work',
  failedAbout: '“{action}” did not work: {target}',
  errorFrom: '{vendor}: {words}',
  errorDetail: 'Details: {detail}',
  notKnownWhy: '{what}: the request was sent and no answer came.',
  notKnownRemedy: 'Look at the call as it is shown here and on your phone before you try again.',
  about: 'It was about {target}.',
  deleted: 'Recording deleted',
  markedForDeletion: 'Recording marked for deletion',
  dismiss: 'Dismiss',

  welcomeTitle: 'Welcome to Sidetone',
  welcomeBody: 'No profile is in use yet, so there is nothing to connect to.',
  welcomeImport: 'Import the profile that your administrator gave you:',
  welcomeDemo: 'Or look around first, with calls that are not real:',
};
