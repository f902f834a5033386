import type { ErrorCode } from '../errors';
import type { CallState, Line } from '../call-model';
import type { CommandAction, ConnectionState } from '../snapshot';
import type { Vendor } from '../vendors';

/** What went wrong in the agent's words, and what the agent can do about it. */
interface ErrorText {
  readonly words: string;
  readonly remedy: string;
}

/** Every text of Sidetone, for the window, the tray and the notifications alike. */
export const en = {
  vendors: {
    genesys: 'Genesys',
    telesocial: 'Telesocial',
    bandwidth: 'Bandwidth',
    verba: 'Verba',
  } satisfies Record<Vendor, string>,

  callStates: {
    waiting: 'Waiting',
    dialing: 'Dialing',
    ringing: 'Ringing',
    established: 'Established',
    held: 'On hold',
    ended: 'Ended',
  } satisfies Record<CallState, string>,

  connectionStates: {
    connecting: 'Connecting',
    connected: 'Connected',
    reconnecting: 'Reconnecting',
    'signed-out': 'Signed out',
    error: 'Error',
  } satisfies Record<ConnectionState, string>,

  commands: {
    mute: 'Mute',
    unmute: 'Unmute',
    hold: 'Hold',
    retrieve: 'Retrieve',
    'hang-up': 'Hang up',
    'remove-participant': 'Remove {target}',
    'start-talkspace': 'Start TalkSpace',
    'close-talkspace': 'Close TalkSpace',
    'delete-call': 'Delete call',
  } satisfies Record<CommandAction, string>,

  errors: {
    'bad-input': {
      words: 'Something in the settings is not valid.',
      remedy: 'Correct the field that is named and try again.',
    },
    'not-configured': {
      words: 'This service is not set up in your profile.',
      remedy: 'Ask your administrator to add it.',
    },
    'not-allowed': {
      words: 'The service does not allow this for the call as it is now.',
      remedy: 'Wait until the call changes, or use your phone.',
    },
    gone: {
      words: 'The call or the participant is no longer there.',
      remedy: 'Nothing needs to be done.',
    },
    'not-connected': {
      words: 'There is no connection to the service at the moment.',
      remedy: 'Use your phone until the connection is back.',
    },
    'wrong-credentials': {
      words: 'The service does not accept the name, key or password.',
      remedy: 'Check the profile or ask your administrator, then try again.',
    },
    'session-expired': {
      words: 'The sign-in has run out.',
      remedy: 'Sidetone signs in again by itself. If this stays, ask your administrator.',
    },
    forbidden: {
      words: 'Your account is not allowed to do this.',
      remedy: 'Ask your administrator for the right to do it.',
    },
    'not-found': {
      words: 'The service does not know what was asked for.',
      remedy: 'It may have ended or been deleted already.',
    },
    ambiguous: {
      words: 'More than one recording fits this call, so none was touched.',
      remedy: 'Delete the right one in the recorder.',
    },
    conflict: {
      words: 'Somebody else changed the same thing at that moment.',
      remedy: 'Look at the call and try again if it is still needed.',
    },
    'rate-limited': {
      words: 'The service wants a pause between requests.',
      remedy: 'Wait a few seconds and try again.',
    },
    refused: {
      words: 'The service refused.',
      remedy: 'Look at the call and try again if it is still needed.',
    },
    'vendor-unavailable': {
      words: 'The service cannot do this at the moment.',
      remedy: 'Try again in a while.',
    },
    'no-route': {
      words: 'The service cannot be reached.',
      remedy: 'Check your network or VPN connection.',
    },
    tls: {
      words: 'The secure connection to the service could not be made.',
      remedy: 'Ask your administrator: its certificate is not accepted here.',
    },
    proxy: {
      words: 'The proxy did not let the request through.',
      remedy: 'Ask your administrator about the proxy.',
    },
    'no-answer': {
      words: 'The service did not answer.',
      remedy: 'Look at your phone to see what happened.',
    },
    'not-done': {
      words:
        'No answer came and it was not known whether it was done. The call has been read again: it was not.',
      remedy: 'Try again if it is still needed.',
    },
    'malformed-answer': {
      words: 'The service gave an answer that Sidetone does not understand.',
      remedy: 'Try again; if it stays, tell your administrator.',
    },
    'multiple-clients': {
      words: 'You are signed in more than once, so news can come a few seconds late.',
      remedy: 'Close the other desktop or browser page that shows your calls.',
    },
    'no-keyring': {
      words: 'This computer offers no safe place for your keys.',
      remedy: 'They are kept in memory until you quit. Unlock or install a keyring.',
    },
    internal: {
      words: 'Something went wrong in Sidetone itself.',
      remedy: 'Quit and start it again; tell your administrator if it comes back.',
    },
  } satisfies Record<ErrorCode, ErrorText>,

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
    menuShow: 'Show Sidetone',
    menuMute: 'Mute',
    menuUnmute: 'Unmute',
    menuHold: 'Hold',
    menuRetrieve: 'Retrieve',
    menuRefresh: 'Read everything again',
    menuQuit: 'Quit Sidetone',
  },

  notifications: {
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

  window: {
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
    unchanged: {
      mute: 'Nothing was changed on the call.',
      unmute: 'Nothing was changed on the call.',
      hold: 'Nothing was changed on the call.',
      retrieve: 'Nothing was changed on the call.',
      'hang-up': 'Nothing was changed on the call.',
      'remove-participant': 'Nothing was changed on the call.',
      'start-talkspace': 'No TalkSpace was started and nothing was changed on the call.',
      'close-talkspace': 'Nothing was changed on the TalkSpace.',
      'delete-call': 'Nothing was changed on the call or its recording.',
    } satisfies Record<CommandAction, string>,
    notKnown: {
      mute: 'It is not known whether the call was muted',
      unmute: 'It is not known whether the call was unmuted',
      hold: 'It is not known whether the call was put on hold',
      retrieve: 'It is not known whether the call was retrieved',
      'hang-up': 'It is not known whether the call was hung up',
      'remove-participant': 'It is not known whether {target} was removed',
      'start-talkspace': 'It is not known whether the TalkSpace was started',
      'close-talkspace': 'It is not known whether the TalkSpace was closed',
      'delete-call': 'It is not known whether the recording was deleted',
    } satisfies Record<CommandAction, string>,
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
  },
};
