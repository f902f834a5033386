import type { AppError } from '../../../contract/errors';
import type { Recording } from '../../../contract/recording';
import { fail, succeed, type Result } from '../../../contract/result';
import type { Clock } from '../../time/clock';
import type { CallTime, RecorderPort } from '../../calls/ports';
import type { VerbaProfile } from '../../settings/sections/verba';
import type { Failure, Reply } from '../shared/reply';
import { isAboutSignIn, isAnswerOfVerba, type TimedAnswer, type VerbaClient } from './client';
import {
  findZones,
  isDuring,
  periodOf,
  toRecordings,
  withoutDuplicates,
  type Candidate,
} from './candidates';
import { findKey, isOngoing, toSelector } from './mapper';
import { listPeriods, listZones } from './recorder-time';
import type { WireRecord } from './wire';

/** The field of a record for each selector. */
const FIELDS = {
  callID: 'ccdr_id',
  platformCallID: 'platform_call_id',
  nativeID: 'native_id',
  meetingID: 'meeting_id',
} as const satisfies Partial<Record<VerbaProfile['match']['by'], keyof WireRecord>>;
/** The maximum number of records that a search returns; most of them are filtered out here. */
const PAGE_LENGTH = '1000';
/** A search finds either ongoing or recorded calls, never both. */
const SEARCHED_STATUSES = ['ongoing', 'recorded'] as const;

const NOT_FOUND: AppError = { code: 'not-found', vendor: 'verba' };

/** Finds recordings with requests that change nothing. */
export interface LookUp extends Pick<RecorderPort, 'lookUp' | 'fetch'> {
  /** The recordings that the match rule names, as returned by `GetCallInformation`. */
  match(keys: Readonly<Record<string, string>>): Promise<Result<readonly Recording[]>>;
}

/**
 * Looks recordings up by the profile's match rule (doc:GetCallInformation). With `extension`, the rule
 * selects a call relative to the current time, which may be a different one. In this case, and if more than
 * one recording matches, it searches for recordings from the time of the call (ADR 4).
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
    const reply = await read('GetCallInformation', toSelector(match, key));
    if (reply.kind !== 'done' && !isWorthSearching(reply)) return fail(reply.error);
    const found = await choose(key, reply, time);
    if (found.ok && found.value.length > 0) return succeed(toRecordings(found.value));
    // The first error is more relevant than that of the search.
    if (reply.kind !== 'done') return fail(reply.error);
    return found.ok ? fail(NOT_FOUND) : found;
  }

  function choose(
    key: string,
    reply: Reply<TimedAnswer>,
    time: CallTime,
  ): Promise<Result<readonly Candidate[]>> | Result<readonly Candidate[]> {
    const selected = reply.kind === 'done' ? toCandidates(reply.value, time) : [];
    if (match.by === 'extension') return lookUpByExtension(key, selected, time);
    return reply.kind === 'done' ? succeed(selected) : search(key, time);
  }

  /** No code means that several calls match, so with `extension` any refusal by Verba may mean it. */
  function isWorthSearching(failure: Failure): boolean {
    if (!isAnswerOfVerba(failure) || isAboutSignIn(failure)) return false;
    return match.by === 'extension' || failure.error.code === 'ambiguous';
  }

  /**
   * The selected recording is that of the call only if both are ongoing and it began with the call. Otherwise
   * it may be that of the call before or after. In this case the agent chooses from all those from the time of
   * the call, and a single one must have been in progress during the call.
   */
  async function lookUpByExtension(
    number: string,
    selected: readonly Candidate[],
    time: CallTime,
  ): Promise<Result<readonly Candidate[]>> {
    const period = periodOf(time, clock.now());
    const ongoing =
      time.endedAt === undefined ? selected.filter(({ record }) => isOngoing(record)) : [];
    const certain = ongoing.filter(({ record }) => findZones(record, period, zones).length > 0);
    if (certain.length > 0) return succeed(certain);
    const found = await search(number, time);
    if (!found.ok) return found;
    const candidates = withoutDuplicates([...found.value, ...ongoing]);
    const [only, second] = candidates;
    const isAnother = only !== undefined && second === undefined && !isDuring(only, time);
    return succeed(isAnother ? [] : candidates);
  }

  /**
   * The recordings from the time of the call that also match the rule, whichever zone their times are in. If one
   * request fails there are none, because the right one could be missing.
   */
  async function search(key: string, time: CallTime): Promise<Result<readonly Candidate[]>> {
    const { by } = match;
    const criteria: Readonly<Record<string, string>> =
      by === 'extension' ? { anynum: digitsOf(key) ?? key } : {};
    const isWanted = (record: WireRecord): boolean =>
      by === 'extension' ? hasParty(record, key) : record[FIELDS[by]] === key;
    const found: Candidate[] = [];

    for (const { zone, ...period } of listPeriods(periodOf(time, clock.now()), zones)) {
      const replies = await Promise.all(
        SEARCHED_STATUSES.map((status) =>
          read('SearchCalls', { status, ...period, ...criteria, pagelen: PAGE_LENGTH }),
        ),
      );
      for (const reply of replies) {
        if (reply.kind !== 'done') return fail(reply.error);
        const { records, now, skew } = reply.value;
        const wanted = records.filter(isWanted);
        found.push(...wanted.map((record) => ({ record, zones: [zone], now, skew })));
      }
    }
    return succeed(found);
  }

  /** If the time of the call fits in none of the zones, the record may be in any of them. */
  function toCandidates({ records, now, skew }: TimedAnswer, time?: CallTime): Candidate[] {
    const period = time && periodOf(time, clock.now());
    return records.map((record) => {
      const fitting = period === undefined ? [] : findZones(record, period, zones);
      return { record, zones: fitting.length > 0 ? fitting : zones, now, skew };
    });
  }

  return {
    lookUp,
    async fetch(recordingId) {
      const reply = await read('GetCallInformation', { callID: recordingId });
      if (reply.kind !== 'done') return fail(reply.error);
      const [recording] = toRecordings(toCandidates(reply.value));
      return recording === undefined ? fail(NOT_FOUND) : succeed(recording);
    },
    async match(keys) {
      const key = findKey(match, keys);
      if (key === undefined) return fail(NOT_FOUND);
      const reply = await read('GetCallInformation', toSelector(match, key));
      return reply.kind === 'done'
        ? succeed(toRecordings(toCandidates(reply.value)))
        : fail(reply.error);
    },
  };
}

/** `anynum` finds parts of numbers, so 1500 finds the calls of 15000 as well. */
function hasParty(record: WireRecord, number: string): boolean {
  const digits = digitsOf(number);
  return [record.source_caller_id, record.destination_caller_id].some(
    (party) =>
      party === number ||
      (digits !== undefined &&
        (party.split(/\D+/).includes(digits) ||
          // Only the digits of a complete number identify it whatever stands between them.
          (number.startsWith('+') && party.replace(/@.*/, '').replace(/\D/g, '') === digits))),
  );
}

/** The digits of a telephone number; undefined if it is a name. */
function digitsOf(number: string): string | undefined {
  return /^\+?\d+$/.test(number) ? number.replace('+', '') : undefined;
}
