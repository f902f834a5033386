import type { AppError } from '../../../contract/errors';
import type { Recording } from '../../../contract/recording';
import { fail, succeed, type Result } from '../../../contract/result';
import type { Clock } from '../../time/clock';
import type { CallTime, RecorderPort } from '../../calls/ports';
import type { VerbaProfile } from '../../settings/sections/verba';
import type { Failure, Reply } from '../shared/reply';
import { isAboutSignIn, isAnswerOfVerba, type TimedAnswer, type VerbaClient } from './client';
import { findKey, idOf, isOngoing, toRecording, toSelector } from './mapper';
import {
  describeStart,
  formatPeriod,
  listZones,
  parseTimes,
  type AnswerTime,
  type Zone,
} from './recorder-time';
import type { WireRecord } from './wire';

/** The maximum difference between the recorder's clock and this computer's, in ms. */
const CLOCK_TOLERANCE_MS = 2 * 60_000;
/** The field of a record for each selector. */
const FIELDS = {
  callID: 'ccdr_id',
  platformCallID: 'platform_call_id',
  nativeID: 'native_id',
  meetingID: 'meeting_id',
} as const satisfies Partial<Record<VerbaProfile['match']['by'], keyof WireRecord>>;
/** Enough for the agent to choose from. */
const MAX_CANDIDATES = 20;
/** The maximum number of records that a search returns; most of them are filtered out here. */
const PAGE_LENGTH = '1000';
/** A search finds either ongoing or recorded calls, never both. */
const SEARCHED_STATUSES = ['ongoing', 'recorded'] as const;

const NOT_FOUND: AppError = { code: 'not-found', vendor: 'verba' };

/** Records of the recorder, and when they were fetched. */
type Records = AnswerTime & { readonly records: readonly WireRecord[] };

/** Finds recordings with requests that change nothing. */
export interface LookUp extends Pick<RecorderPort, 'lookUp' | 'fetch'> {
  /** The recordings that the match rule names, as returned by `GetCallInformation`. */
  match(keys: Readonly<Record<string, string>>): Promise<Result<readonly Recording[]>>;
}

/**
 * Looks recordings up by the profile's match rule (doc:GetCallInformation). With `extension`, the rule
 * selects a call relative to the current time, which may be a different one. In this case, and if more than
 * one recording matches, it searches for recordings from the time of the call.
 */
export function createLookUp(options: {
  readonly profile: VerbaProfile;
  readonly client: VerbaClient;
  readonly clock: Clock;
  /** Called for each failed request. */
  readonly onFailure: (failure: Failure) => void;
}): LookUp {
  const { profile, client, clock, onFailure } = options;
  const { match } = profile;
  const zones = listZones(profile.login !== undefined);

  async function read(
    action: string,
    parameters: Readonly<Record<string, string>>,
  ): Promise<Reply<TimedAnswer>> {
    const reply = await client.read(action, parameters);
    if (reply.kind !== 'done') onFailure(reply);
    return reply;
  }

  async function lookUp(
    keys: Readonly<Record<string, string>>,
    time: CallTime,
  ): Promise<Result<readonly Recording[]>> {
    const key = findKey(match, keys);
    if (key === undefined) return fail(NOT_FOUND);
    const isRelative = match.by === 'extension';
    const reply = await read('GetCallInformation', toSelector(match, key));
    if (reply.kind === 'done') {
      const { records } = reply.value;
      const fitting = isRelative ? records.filter((record) => isOfCall(record, time)) : records;
      if (fitting.length > 0) return succeed(toCandidates({ ...reply.value, records: fitting }));
      if (!isRelative) return fail(NOT_FOUND);
    } else if (!isWorthSearching(reply)) {
      return fail(reply.error);
    }
    const found = await search(key, time);
    if (found.ok && found.value !== undefined) return succeed(toCandidates(found.value));
    // The first error is more relevant than that of the search.
    if (reply.kind !== 'done') return fail(reply.error);
    return found.ok ? fail(NOT_FOUND) : found;
  }

  /** No code means that several calls match, so with `extension` any refusal by Verba may mean it. */
  function isWorthSearching(failure: Failure): boolean {
    if (!isAnswerOfVerba(failure) || isAboutSignIn(failure)) return false;
    return match.by === 'extension' || failure.error.code === 'ambiguous';
  }

  /** The recordings from the time of the call that also match the rule, if any. */
  async function search(key: string, time: CallTime): Promise<Result<Records | undefined>> {
    const { by } = match;
    const criteria: Readonly<Record<string, string>> = by === 'extension' ? { anynum: key } : {};
    const isWanted = (record: WireRecord): boolean =>
      by === 'extension' ? hasParty(record, key) : record[FIELDS[by]] === key;

    for (const zone of zones) {
      const [from, to] = periodOf(time);
      const period = formatPeriod(from, to, zone);
      const replies = await Promise.all(
        SEARCHED_STATUSES.map((status) =>
          read('SearchCalls', { status, ...period, ...criteria, pagelen: PAGE_LENGTH }),
        ),
      );
      const answers = replies.flatMap((reply) => (reply.kind === 'done' ? [reply.value] : []));
      const records = answers.flatMap((answer) => answer.records).filter(isWanted);
      const [first] = answers;
      if (first !== undefined && records.length > 0) return succeed({ ...first, records });
      const failure = replies.find((reply) => reply.kind !== 'done');
      if (failure !== undefined) return fail(failure.error);
    }
    return succeed(undefined);
  }

  function isOfCall(record: WireRecord, time: CallTime): boolean {
    if (time.endedAt === undefined && isOngoing(record)) return true;
    const [from, to] = periodOf(time);
    return zones.some((zone: Zone) =>
      parseTimes(record.start_time, zone).some((start) => start >= from && start <= to),
    );
  }

  /** The period in which the recording of the call can have begun. */
  function periodOf({ startedAt, endedAt }: CallTime): [number, number] {
    return [startedAt - CLOCK_TOLERANCE_MS, (endedAt ?? clock.now()) + CLOCK_TOLERANCE_MS];
  }

  function toRecordings({ records, ...answered }: Records): Recording[] {
    return records.map((record) =>
      toRecording(record, describeStart(record.start_time, zones, answered)),
    );
  }

  /**
   * Newest first, without duplicates: a recording that has just ended can be listed both as ongoing and as
   * recorded.
   */
  function toCandidates({ records, ...answered }: Records): Recording[] {
    const byId = new Map(records.map((record) => [idOf(record) ?? record, record]));
    const newest = [...byId.values()]
      .sort((one, other) => other.start_time.localeCompare(one.start_time))
      .slice(0, MAX_CANDIDATES);
    return toRecordings({ records: newest, ...answered });
  }

  return {
    lookUp,
    async fetch(recordingId) {
      const reply = await read('GetCallInformation', { callID: recordingId });
      if (reply.kind !== 'done') return fail(reply.error);
      const [recording] = toRecordings(reply.value);
      return recording === undefined ? fail(NOT_FOUND) : succeed(recording);
    },
    async match(keys) {
      const key = findKey(match, keys);
      if (key === undefined) return fail(NOT_FOUND);
      const reply = await read('GetCallInformation', toSelector(match, key));
      return reply.kind === 'done' ? succeed(toRecordings(reply.value)) : fail(reply.error);
    },
  };
}

/** `anynum` finds parts of numbers, so 1500 finds the calls of 15000 as well. */
function hasParty(record: WireRecord, number: string): boolean {
  return [record.source_caller_id, record.destination_caller_id].some(
    (party) => party === number || party.split(/\D+/).includes(number),
  );
}
