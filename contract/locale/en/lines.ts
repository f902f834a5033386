/** What the agent reads about the calls of a line. */
export interface LineTexts {
  /** The line, such as the heading of its card. */
  readonly title: string;
  /** One call of it, in the history. */
  readonly call: string;
  /** In the history, a call that somebody answered or joined. */
  readonly answered: string;
  readonly unanswered: string;
  /** In the palette: calls `{name}` into a call of it. */
  readonly addPerson: string;
  /** Why nothing can be done to a call that has ended. */
  readonly over: string;
}

/** By the id of the line (`contract/lines.ts`). */
export const lines: Readonly<Partial<Record<string, LineTexts>>> = {
  genesys: {
    title: 'Telephone',
    call: 'Telephone call',
    answered: 'Answered',
    unanswered: 'Not answered',
    addPerson: 'Add {name} to the call',
    over: 'Not possible: the call is over.',
  },
  talkspace: {
    title: 'TalkSpace',
    call: 'TalkSpace',
    answered: 'Opened',
    unanswered: 'Not opened',
    addPerson: 'Add {name} to the TalkSpace',
    over: 'Not possible: the TalkSpace is closed.',
  },
  conference: {
    title: 'Conference',
    call: 'Conference',
    answered: 'Active',
    unanswered: 'Nobody joined',
    addPerson: 'Add {name} to the conference',
    over: 'Not possible: the conference is over.',
  },
  twilio: {
    title: 'Twilio conference',
    call: 'Twilio conference',
    answered: 'Active',
    unanswered: 'Nobody joined',
    addPerson: 'Add {name} to the Twilio conference',
    over: 'Not possible: the conference is over.',
  },
};

/** For a line without texts, as in a history from when a line was still in the profile. */
export const unknownLine: LineTexts = {
  title: 'Call',
  call: 'Call',
  answered: 'Answered',
  unanswered: 'Not answered',
  addPerson: 'Add {name} to the call',
  over: 'Not possible: the call is over.',
};
