/** The texts about the calls of a line. */
export interface LineTexts {
  /** The name of the line, such as in a heading. */
  readonly title: string;
  /** The name of one call, in the history. */
  readonly call: string;
  /** In the history, a call that somebody answered or joined. */
  readonly answered: string;
  readonly unanswered: string;
  /** In the palette: calls `{name}` into a call of it. */
  readonly addPerson: string;
  /** Why there are no actions on an ended call. */
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

/** For a line without texts, such as one in the history that is no longer in the profile. */
export const unknownLine: LineTexts = {
  title: 'Call',
  call: 'Call',
  answered: 'Answered',
  unanswered: 'Not answered',
  addPerson: 'Add {name} to the call',
  over: 'Not possible: the call is over.',
};
