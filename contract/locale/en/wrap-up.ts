/** Notes and outcomes. */
export const wrapUp = {
  title: 'Wrap-up',
  titleOf: 'About the call with {name}',
  outcome: 'Outcome',
  noOutcome: 'Not chosen',
  /** The default outcomes, unless the profile has others. */
  outcomes: [
    'Resolved',
    'Follow-up needed',
    'Escalated',
    'Callback scheduled',
    'Wrong number',
    'No answer',
  ],
  note: 'Note',
  savesItself: 'Saved on this computer as you type.',
  notSaved: 'This could not be saved.',
  onlyHere: 'The call is over, so this is kept on this computer only.',
  attached: 'Attached to the call',
  attachedOther: 'Changed since it was attached',
  done: 'Done',
  write: 'Write a note',
  edit: 'Note and outcome of the call with {name}',
  editTitle: 'Note and outcome',
};
