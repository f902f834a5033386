import type { ErrorCode } from '../../../contract/errors';
import { en } from '../../../contract/locale/en';
import type { Recording, RecordingOperation } from '../../../contract/recording';
import type { VerbaProfile } from '../../settings/sections/verba';
import { secondsBetween } from './recorder-time';
import type { WireRecord } from './wire';

const STATE_FINISHED = '1';
/** The vendor's pages do not show the combination `ongoing,last`; it selects the first match. */
const DEFAULT_STATUS = 'ongoing,last';

/** The page's sample has booleans both as words and as digits. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** A number without a name is often given as both, or both are missing. */
function describeParty(name: string, number: string): string {
  if (name === '' && number === '') return en.window.unknownParty;
  if (name === '' || name === number) return number;
  return number === '' ? name : `${name} (${number})`;
}

/** Older versions name the id differently. */
export function idOf({ ccdr_id, id }: WireRecord): string | undefined {
  return ccdr_id || id || undefined;
}

/** State 1 is finished. With any other state, a record without an end is ongoing. */
export function isOngoing(record: WireRecord): boolean {
  return record['@state'] !== STATE_FINISHED && record.end_time === '';
}

/** Converts a record to the recording that the agent sees. */
export function toRecording(record: WireRecord, startTime: string | undefined): Recording {
  const recordingId = idOf(record);
  const seconds = secondsBetween(record.start_time, record.end_time);
  const isKept = BOOLEANS.get(record.do_not_delete.toLowerCase());
  return {
    ...(recordingId !== undefined && { recordingId }),
    caller: describeParty(record.source_name, record.source_caller_id),
    called: describeParty(record.destination_name, record.destination_caller_id),
    ...(startTime !== undefined && { startTime }),
    ...(seconds !== undefined && { seconds }),
    isOngoing: isOngoing(record),
    ...(isKept !== undefined && { isKept }),
    operations: listOperations(isKept, isOngoing(record)),
  };
}

/** Both are offered if it is not known whether it is kept. */
function listOperations(isKept: boolean | undefined, isGoingOn: boolean): RecordingOperation[] {
  return [
    ...(isKept === true ? [] : (['keep-recording'] as const)),
    ...(isKept === false ? [] : (['unkeep-recording'] as const)),
    ...(isGoingOn ? (['pause-recorder', 'resume-recorder'] as const) : []),
    'delete-call',
  ];
}

/** The value for the profile's rule among the keys of a call, if there is one. */
export function findKey(
  { from }: VerbaProfile['match'],
  keys: Readonly<Record<string, string>>,
): string | undefined {
  const value = Object.hasOwn(keys, from) ? keys[from] : undefined;
  return value === '' ? undefined : value;
}

/** The parameters that select a call by the profile's rule: exactly one selector (doc:DeleteCall). */
export function toSelector(match: VerbaProfile['match'], key: string): Record<string, string> {
  return match.by === 'extension'
    ? { extension: key, status: match.status ?? DEFAULT_STATUS }
    : { [match.by]: key };
}

const HINTS: readonly (readonly [RegExp, ErrorCode])[] = [
  [/api\s?key/i, 'wrong-credentials'],
  [/\btoken|\bsession|authenticat/i, 'session-expired'],
  [/more than (one|1)\b|multiple|ambiguous/i, 'ambiguous'],
  [/(cannot|can't|could not) be found|not found/i, 'not-found'],
];

/**
 * The code of an error, guessed from its text, since the pages do not distinguish codes. It only determines
 * the message for the agent and whether a lookup is retried with a new token.
 */
export function guessCode(message: string): ErrorCode {
  return HINTS.find(([pattern]) => pattern.test(message))?.[1] ?? 'refused';
}
