export interface FieldText {
  readonly label: string;
  readonly help?: string;
  /** The labels of the values of a choice. */
  readonly choices?: Readonly<Record<string, string>>;
}

export type FieldTexts = Readonly<Record<string, FieldText>>;

/**
 * The texts of the profile's fields, by section and path. `common` is for fields that most services
 * have.
 */
export const settingsFields: Readonly<Record<string, FieldTexts>> = {
  common: {
    baseUrl: {
      label: 'Address',
      help: 'Begins with https:// and has no path.',
    },
    allowInsecure: {
      label: 'Allow unencrypted connections (http:)',
      help: 'Others on the network could then read passwords and calls.',
    },
    password: { label: 'Password' },
  },
  agent: {
    name: { label: 'Your name' },
    networkId: { label: 'Network ID', help: 'Your ID in Telesocial, needed for TalkSpaces.' },
    extension: { label: 'Extension', help: 'Your telephone number.' },
    country: {
      label: 'Country',
      help: 'For numbers without a country code. Two letters, such as US.',
    },
    callerKeys: {
      label: 'Attached data with the caller’s name',
      help: 'One key per line, the preferred one first.',
    },
    reasonKeys: {
      label: 'Attached data with the reason for the call',
      help: 'One key per line, the preferred one first.',
    },
    outcomes: {
      label: 'Outcomes of a call',
      help: 'One per line. You choose from them in the wrap-up.',
    },
    'screenPop.url': {
      label: 'Page to open for a call',
      help: 'An https: address. {number}, {name}, {reason} and {data.KEY} are replaced with the values of the call.',
    },
    'screenPop.when': {
      label: 'When to open it',
      choices: { ringing: 'When the call rings', answered: 'When it is answered' },
    },
  },
  genesys: {
    userName: { label: 'User name' },
    session: {
      label: 'Contact center session',
      choices: {
        attach: 'Another desktop signs me in',
        own: 'Sidetone signs me in and out',
      },
    },
  },
  telesocial: {
    appKey: { label: 'Application key' },
    greetingId: {
      label: 'Greeting',
      help: 'The media ID of the greeting for people who answer.',
    },
    recordingId: {
      label: 'Recording destination',
      help: 'The media ID that TalkSpaces are recorded to.',
    },
    greetings: { label: 'Greetings to choose from' },
    recordings: { label: 'Recordings to choose from' },
  },
  bandwidth: {
    userId: { label: 'User ID' },
    apiToken: { label: 'API token' },
    apiSecret: { label: 'API secret' },
    conferenceId: { label: 'Conference', help: 'The ID of the conference to watch.' },
  },
  verba: {
    baseUrl: { label: 'Address', help: 'With its path, such as /verba/api.' },
    apiKey: { label: 'API key' },
    login: { label: 'User name' },
    'match.by': { label: 'Recording field to match' },
    'match.from': {
      label: 'Call property to match it with',
      help: 'id, callUuid, connId, agentExtension, or userData.KEY for attached data.',
    },
    'match.status': {
      label: 'Which calls of the extension',
      help: 'ongoing, next, last, or several of them, separated by commas.',
    },
  },
  twilio: {
    baseUrl: {
      label: 'Address',
      help: 'Leave it empty for Twilio. For another service with the same API, enter its address up to /Accounts, with its path.',
    },
    accountSid: { label: 'Account SID' },
    apiKeySid: { label: 'API key SID', help: 'With its secret. Or enter the auth token.' },
    apiKeySecret: { label: 'API key secret' },
    authToken: { label: 'Auth token' },
    signIn: {
      label: 'Sign in with',
      help: 'Other services with the same API may accept the auth token alone.',
      choices: { basic: 'Account and token, or API key', bearer: 'The auth token alone' },
    },
    number: {
      label: 'Caller ID',
      help: 'Calls are placed from this number, such as +14155550100.',
    },
    agentNumber: {
      label: 'Your telephone',
      help: 'A number such as +14155550100, client:NAME or sip:ADDRESS.',
    },
    conference: { label: 'Conference', help: 'The SID or name of the conference to watch.' },
    record: { label: 'Record conferences' },
    audio: {
      label: 'Audio to play',
      help: 'One per line: the name, then =, then its web address.',
    },
  },
  history: {
    numbers: {
      label: 'Numbers in the history',
      choices: { full: 'In full, so that you can call back', masked: 'Only the last three digits' },
    },
  },
};
