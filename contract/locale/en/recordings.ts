import type { Deletion, Media } from '../../call-model';
import type { RecordingStatus } from '../../recording';

/** The recorder and the calls that are over. */
export const recordings = {
  details: 'Recording details',
  notYet: 'Available once the recorder can look up this call.',
  openOf: 'Recording of {name}',
  dialogTitle: 'Recording of this call',
  about: 'Recordings of the call with {parties}.',
  aboutOwn: 'Recordings of this call.',
  lookAgain: 'Look up again',
  close: 'Close',
  found: 'Recordings found',
  /** In a list of several. */
  recordingFrom: 'Recording from {start}',
  recordingWithoutStart: 'Recording with an unknown start',
  unknownStart: 'Unknown',
  length: 'Length',
  notEnded: 'Still being recorded',
  status: 'Status',
  statuses: {
    'in-progress': 'Being recorded',
    paused: 'Paused',
    stopped: 'Stopped',
    processing: 'Being prepared',
    completed: 'Ready',
    absent: 'Nothing was recorded',
  } satisfies Record<RecordingStatus, string>,
  kept: 'Kept',
  isKept: 'Yes',
  isNotKept: 'No',
  keep: 'Keep',
  unkeep: 'Stop keeping',
  pause: 'Pause recorder',
  resume: 'Resume recorder',
  delete: 'Delete…',
  several: 'The recorder found {count} recordings that may belong to this call.',
  choose: 'Which one do you want to delete?',
  cannotBeChosen: 'It has no ID, so the recorder cannot distinguish it from the others.',
  notPossible: 'The recorder can no longer look up this call.',

  deletions: {
    deleted: 'Recording deleted',
    'marked-for-deletion': 'Recording marked for deletion',
    'still-there': 'The recording is still there',
  } satisfies Record<Deletion, string>,

  lastCalls: 'Last calls',
  showAll: 'Show all {count}',
  showFewer: 'Show fewer',

  media: {
    pending: 'Recording not available yet',
    ready: 'Recording available',
    none: 'No recording was made',
    unknown: 'Not known whether there is a recording',
  } satisfies Record<Media['state'], string>,
  mediaSize: 'Recording available, {size}',
};
