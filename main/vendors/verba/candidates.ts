import type { Recording } from '../../../contract/recording';
import type { CallTime } from '../../calls/ports';
import { idOf, isOngoing, toRecording } from './mapper';
import { describeStart, parseTimes, type AnswerTime, type Zone } from './recorder-time';
import type { WireRecord } from './wire';

/** The maximum difference between the recorder's clock and this computer's, in ms. */
const CLOCK_TOLERANCE_MS = 2 * 60_000;
/** What remains of that difference once the answer's `Date` is known, in ms. */
const CORRECTED_TOLERANCE_MS = 2_000;
/** Enough for the agent to choose from. */
const MAX_CANDIDATES = 20;

/** A record, the zones that its times may be in, and when it was fetched. */
export interface Candidate extends AnswerTime {
  readonly record: WireRecord;
  readonly zones: readonly Zone[];
}

/** The period, in ms since the epoch, in which the recording of the call can have begun. */
export function periodOf({ startedAt, endedAt }: CallTime, now: number): [number, number] {
  return [startedAt - CLOCK_TOLERANCE_MS, (endedAt ?? now) + CLOCK_TOLERANCE_MS];
}

/** The zones in which the record begins in the period. */
export function findZones(
  record: WireRecord,
  [from, to]: readonly [number, number],
  zones: readonly Zone[],
): Zone[] {
  return zones.filter((zone) =>
    parseTimes(record.start_time, zone).some((start) => start >= from && start <= to),
  );
}

/**
 * Whether the recording was in progress during the call. Times that the recorder does not report rule nothing
 * out.
 */
export function isDuring({ record, zones, skew }: Candidate, time: CallTime): boolean {
  const { startedAt, endedAt } = time;
  if (endedAt === undefined && isOngoing(record)) return true;
  const isEveryTimeOutside = (text: string, isOutside: (moment: number) => boolean): boolean => {
    const moments = zones.flatMap((zone) => parseTimes(text, zone));
    return moments.length > 0 && moments.every((moment) => isOutside(moment + skew));
  };
  const isLater =
    endedAt !== undefined &&
    isEveryTimeOutside(record.start_time, (start) => start > endedAt + CORRECTED_TOLERANCE_MS);
  const isEarlier = isEveryTimeOutside(
    record.end_time,
    (end) => end < startedAt - CORRECTED_TOLERANCE_MS,
  );
  return !isLater && !isEarlier;
}

/**
 * Each record once. One that has just ended can be listed both as ongoing and as recorded, and the times of a
 * long one can fit in both zones.
 */
export function withoutDuplicates(candidates: readonly Candidate[]): readonly Candidate[] {
  const byId = new Map<unknown, Candidate>();
  for (const candidate of candidates) {
    const id = idOf(candidate.record) ?? candidate.record;
    const known = byId.get(id);
    byId.set(id, known === undefined ? candidate : merge(known, candidate));
  }
  return [...byId.values()];
}

/** A recording that has ended does not continue. */
function merge(one: Candidate, other: Candidate): Candidate {
  const newer = isOngoing(one.record) ? other : one;
  return { ...newer, zones: [...new Set([...one.zones, ...other.zones])] };
}

/** As the agent sees them, newest first. */
export function toRecordings(candidates: readonly Candidate[]): Recording[] {
  return [...withoutDuplicates(candidates)]
    .sort(({ record: one }, { record: other }) => other.start_time.localeCompare(one.start_time))
    .slice(0, MAX_CANDIDATES)
    .map(({ record, zones, ...answered }) =>
      toRecording(record, describeStart(record.start_time, zones, answered)),
    );
}
