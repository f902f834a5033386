import type { Recording } from './recordings';

/** The selectors, and the field of a recording that each compares. */
const SELECTORS = {
  callID: (recording: Recording) => recording.callId,
  platformCallID: (recording: Recording) => recording.platformCallId,
  nativeID: (recording: Recording) => recording.nativeId,
  meetingID: (recording: Recording) => recording.meetingId,
};

type Selector = keyof typeof SELECTORS;

const STATUSES = ['ongoing', 'next', 'last'];

/** One recording, or the reason why none was selected. */
export type Selection = { recording: Recording } | { error: string };

function single(matches: Recording[]): Selection {
  const [recording, second] = matches;
  if (recording === undefined) {
    return { error: 'Call cannot be found.' };
  }
  return second === undefined ? { recording } : { error: 'More than one call has been found.' };
}

/**
 * Selects by number: the first of the given statuses that matches. `next`, a call that starts within a minute,
 * is accepted and matches nothing: the simulator does not wait.
 */
function selectByExtension(
  recordings: Recording[],
  extension: string,
  status: string | null,
): Selection {
  const wanted = (status ?? '').split(',').map((word) => word.trim());
  if (status === null || status === '') {
    return { error: 'The status parameter is mandatory when extension is specified.' };
  }
  const unknown = wanted.find((word) => !STATUSES.includes(word));
  if (unknown !== undefined) {
    return { error: `Invalid status: ${unknown}.` };
  }
  const ofNumber = recordings.filter(
    ({ caller, called }) => caller === extension || called === extension,
  );
  const matchesOf = (word: string): Recording[] => {
    if (word === 'ongoing') {
      return ofNumber.filter(({ endTime }) => endTime === undefined);
    }
    const finished = ofNumber.filter(({ endTime }) => endTime !== undefined);
    return word === 'last' ? finished.slice(-1) : [];
  };
  return single(wanted.map(matchesOf).find((matches) => matches.length > 0) ?? []);
}

/** The selectors of most actions, and the two of KeepCall and MuteRecording. */
const ALL_SELECTORS = ['callID', 'platformCallID', 'nativeID', 'meetingID', 'extension'] as const;
export const ID_OR_EXTENSION = ['callID', 'extension'] as const;

/**
 * Selects the call of a request (doc:DeleteCall). There must be exactly one of the action's selectors;
 * the answer to two is not documented, and an error here.
 */
export function selectRecording(
  recordings: Recording[],
  parameters: URLSearchParams,
  selectors: readonly (Selector | 'extension')[] = ALL_SELECTORS,
): Selection {
  const [selector, second] = selectors.filter((name) => parameters.has(name));
  const value = selector === undefined ? '' : (parameters.get(selector) ?? '');
  if (selector === undefined || value === '') {
    const [last, ...others] = [...selectors].reverse();
    return { error: `One of ${others.reverse().join(', ')} and ${last} is mandatory.` };
  }
  if (second !== undefined) {
    return { error: `Only one of ${selector} and ${second} can be specified.` };
  }
  if (selector === 'extension') {
    return selectByExtension(recordings, value, parameters.get('status'));
  }
  return single(recordings.filter((recording) => SELECTORS[selector](recording) === value));
}
