import type { HistoryEntry } from '../../contract/history';
import type { HistoryDays } from '../../contract/history-choices';
import type { WrapUp } from '../../contract/wrap-up';
import type { EarlierCalls, EarlierTimes, PastCall } from '../calls/earlier-calls';
import { toAttachedData, type IdentityKeys } from '../calls/identity';
import { createHistoryFold } from './fold-history';
import { callOf, readState, type JournalLine } from './journal-lines';

type CallEntry = Extract<HistoryEntry, { kind: 'call' }>;

export interface EarlierCallsOptions {
  /** The lines whose calls are considered: those on which a call never begins again under its id. */
  readonly lines: readonly string[];
  readonly identityKeys: IdentityKeys;
  /** The maximum number of ended calls. */
  readonly limit: number;
  /** In ms since the epoch. */
  readonly now: number;
  /** For how many days the history is kept. */
  readonly keepDays: HistoryDays;
}

/** Calls of earlier runs, with the notes and outcomes of the ongoing and ended ones by call id. */
export interface FoundCalls extends EarlierCalls {
  readonly wrapUps: ReadonlyMap<string, WrapUp>;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
/** A call that began longer ago is probably a different one. */
const MAX_AGE_MS = DAY_MS;

/** The calls of earlier runs that these lines of the journal contain, oldest line first. */
export function findEarlierCalls(
  rows: readonly JournalLine[],
  { lines, identityKeys, limit, now, keepDays }: EarlierCallsOptions,
): FoundCalls {
  const times = new Map<string, Times>();
  for (const row of rows) if (lines.includes(String(row.line))) followTimes(times, row);
  const ids = [...times.keys()];
  const isOver = (id: string): boolean => times.get(id)?.isOver === true;
  const wanted = new Set([...ids.filter(isOver).slice(-limit), ...ids.filter((id) => !isOver(id))]);
  // Folding is slow, and most lines are about other calls.
  const fold = createHistoryFold();
  for (const row of rows) if (wanted.has(callOf(row))) fold.add(row);
  // If the app was quit while an end was wrongly inferred, the call has another entry.
  const latest = new Map<string, CallEntry>();
  for (const entry of fold.entries) if (entry.kind === 'call') latest.set(entry.callId, entry);
  const calls = [...latest.values()];
  const ongoing = calls.filter(({ endedAt }) => endedAt === undefined);
  const ended = calls.filter(({ endedAt = -Infinity }) => now - endedAt < keepDays * DAY_MS);
  return {
    ongoing: new Map(
      ongoing
        .filter(({ at }) => isRecent(at, now))
        .map(({ callId, at }): [string, EarlierTimes] => [
          callId,
          { ...times.get(callId), startedAt: at },
        ]),
    ),
    ended: ended.map((entry) => toPastCall(entry, identityKeys)),
    wrapUps: new Map(
      [...ended, ...ongoing].flatMap(({ callId, wrapUp }) => (wrapUp ? [[callId, wrapUp]] : [])),
    ),
  };
}

function isRecent(at: number, now: number): boolean {
  return at <= now && now - at <= MAX_AGE_MS;
}

/** When a call was answered, and since when it has been on hold. */
interface Times extends Omit<EarlierTimes, 'startedAt'> {
  readonly isHeld: boolean;
  readonly isOver: boolean;
}

function followTimes(times: Map<string, Times>, row: JournalLine): void {
  const { kind, id } = row;
  if (kind !== 'call' || typeof id !== 'string') return;
  const last = times.get(id);
  const before = last?.isOver === true && row.resumed !== true ? undefined : last;
  const at = Date.parse(row.t);
  const state = readState(row.state);
  const isAnswered = state === 'established' || state === 'held';
  const isHeld = row.held === true;
  // A call that was on hold when it was first seen has been on hold for an unknown time.
  const heldSince = before?.isHeld === false ? at : before?.heldSince;
  // In the order of the last lines.
  times.delete(id);
  times.set(id, {
    answeredAt: before?.answeredAt ?? (isAnswered ? at : undefined),
    heldSince: isHeld ? heldSince : undefined,
    isHeld,
    isOver: state === 'ended',
  });
}

/** The call as it would be known if the app had not been quit, as far as the journal contains it. */
function toPastCall(entry: CallEntry, identityKeys: IdentityKeys): PastCall {
  const { callId, line, at, endedAt = at, seconds, parties, address, wasAnswered } = entry;
  return {
    id: callId,
    line,
    reference: callId.slice(callId.indexOf(':') + 1),
    ...(entry.direction && { direction: entry.direction }),
    participants: parties.map((name) => ({
      id: name,
      name,
      ...(address !== undefined && parties.length === 1 && { address }),
      presence: 'joined',
      isMuted: false,
      isHeld: false,
      actions: [],
    })),
    attachedData: toAttachedData(entry, identityKeys),
    startedAt: seconds === undefined ? at : endedAt - seconds * 1_000,
    ...(wasAnswered && { answeredAt: at }),
    endedAt,
    ...(entry.isEndUnseen === true && { isEndUnseen: true }),
  };
}
