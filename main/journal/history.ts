import type { HistoryEntry, HistoryPage, HistoryQuery } from '../../contract/history';
import type { HistoryDays, HistoryFilter, HistoryFormat } from '../../contract/history-choices';
import { fail, succeed, type Result } from '../../contract/result';
import type { Clock } from '../time/clock';
import type { AppError } from '../../contract/errors';
import { toDiskError } from '../disk/disk-error';
import { exportHistory } from './export-history';
import { createRecordedDays, findCutoff } from './find-cutoff';
import { createHistoryFold, type HistoryFold } from './fold-history';
import type { Journal } from './journal';
import { createOngoingCalls, createOpenConferences } from './journal-lines';
import { createEntryNames, type FindName } from './name-entries';
import { createHistorySearch } from './search-history';

/**
 * The history, from the journal. Nothing is read until it is requested, and what was read is dropped after a
 * minute without requests. Errors: `internal` if the journal cannot be read, `not-saved` if it or an export
 * cannot be written.
 */
export interface History {
  /** Removes what is too old, now and once a day. */
  start(): void;
  search(query: HistoryQuery): Promise<Result<HistoryPage>>;
  /** People who can be called back on a line, each once, most recent first. */
  listPeople(line: string): Promise<Result<readonly HistoryPerson[]>>;
  /** Writes all entries that match to a file, newest first. */
  exportTo(
    file: string,
    format: HistoryFormat,
    text: string,
    filter?: HistoryFilter,
  ): Promise<Result<null>>;
  /**
   * Removes everything except calls that go on, and what is needed to find an open conference again after a
   * crash.
   */
  clear(): Promise<Result<null>>;
  /** Applies at once, and from now on. */
  keepFor(days: HistoryDays): Promise<Result<null>>;
  /** Resolves when everything requested before is done, so that nothing changes the journal any more. */
  dispose(): Promise<void>;
}

/** Somebody who was in a call. */
export interface HistoryPerson {
  readonly name: string;
  readonly address: string;
}

export interface HistoryOptions {
  readonly journal: Journal;
  /** The path of the journal, for errors. */
  readonly file: string;
  readonly clock: Clock;
  readonly keepDays: HistoryDays;
  /** Who the contacts are. Another function after they have changed. */
  readonly readNames: () => Promise<FindName>;
  /** The lines on which the agent hosts conferences, which continue without the app. */
  readonly hostedLines: readonly string[];
  /** Whether a call, by its id, is known and has not ended. */
  readonly isOngoing: (callId: string) => boolean;
  /** Stores the choice for the next run. */
  readonly saveKeepDays: (days: HistoryDays) => Promise<Result<null>>;
  /** Called when the daily cleanup failed; it is tried again the next day. */
  readonly onProblem: (problem: string) => void;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
/** How long what was read is kept for the next request. */
const CACHE_TIMEOUT_MS = 60_000;
/**
 * The maximum number of people that are remembered. Earlier ones can be found by number or in the
 * contacts.
 */
const MAX_PEOPLE = 500;

/** The part of the journal that was read so far. */
interface Cache {
  readonly edition: number;
  readonly fold: HistoryFold;
  position: number;
}

export function createHistory(options: HistoryOptions): History {
  const { journal, clock, readNames, saveKeepDays, onProblem } = options;
  const search = createHistorySearch();
  const nameEntries = createEntryNames();
  const createdAt = clock.elapsed();
  let keepDays = options.keepDays;
  let cache: Cache | undefined;
  let cancelExpiry: () => void = () => undefined;
  let cancelCleanup: () => void = () => undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isDisposed = false;

  function toWriteError(error: unknown): AppError {
    return toDiskError(error, options.file);
  }

  /** Operations run one after the other, because the journal cannot be read while lines are removed from it. */
  function inTurn<Value>(
    act: () => Promise<Result<Value>>,
    toError: (error: unknown) => AppError,
  ): Promise<Result<Value>> {
    if (isDisposed) return Promise.resolve(fail({ code: 'not-configured' }));
    const result = last.then(act).catch((error: unknown) => fail(toError(error)));
    last = result;
    return result;
  }

  /** Reads what was added since the last request. */
  async function readNew(): Promise<HistoryFold> {
    if (cache?.edition !== journal.edition) {
      cache = { edition: journal.edition, fold: createHistoryFold(), position: 0 };
    }
    const { fold } = cache;
    cache.position = await journal.read(cache.position, (line) => {
      fold.add(line);
      return true;
    });
    cancelExpiry();
    if (!isDisposed) cancelExpiry = clock.after(CACHE_TIMEOUT_MS, dropCache);
    return fold;
  }

  /** What the agent reads: with the contacts' names. */
  async function find(text: string, filter?: HistoryFilter): Promise<HistoryEntry[]> {
    const findName = await readNames();
    return search.find(nameEntries((await readNew()).entries, findName), text, filter);
  }

  function dropCache(): void {
    cache = undefined;
  }

  /**
   * Removes what is older than a moment, in ms since the epoch. The last line of an open conference stays:
   * without it, nobody could close that conference after a crash. So do calls that go on: without their
   * beginning, what follows would not be shown.
   */
  async function removeBefore(moment: number): Promise<Result<null>> {
    const kept = [
      createOpenConferences(options.hostedLines),
      createOngoingCalls(options.isOngoing),
    ];
    const end = await journal.read(0, (line) => {
      for (const lines of kept) lines.add(line);
      return true;
    });
    await journal.rewrite(
      end,
      (line) => Date.parse(line.t) >= moment || kept.some((lines) => lines.has(line)),
    );
    dropCache();
    return succeed(null);
  }

  /** Lines are in chronological order, so usually the first one shows that there is nothing to do. */
  async function cleanUp(): Promise<Result<null>> {
    const now = clock.now();
    let first = now;
    await journal.read(0, (line) => {
      first = Date.parse(line.t);
      return false;
    });
    if (first >= now - keepDays * DAY_MS && first <= now) return succeed(null);
    const days = createRecordedDays();
    await journal.read(0, (line) => {
      days.add(line.t);
      return true;
    });
    const startedAt = now - (clock.elapsed() - createdAt);
    const cutoff = findCutoff(days.list(), startedAt, now, keepDays);
    return days.oldest >= cutoff ? succeed(null) : removeBefore(cutoff);
  }

  function cleanUpDaily(): void {
    cancelCleanup = clock.after(DAY_MS, cleanUpDaily);
    void inTurn(cleanUp, toWriteError).then((result) => {
      if (!result.ok) onProblem(result.error.detail ?? result.error.code);
    });
  }

  return {
    start: cleanUpDaily,
    search: ({ text, filter, limit }) =>
      inTurn(async () => {
        const found = await find(text, filter);
        return succeed({ entries: found.slice(0, limit), total: found.length, keepDays });
      }, toReadError),
    listPeople: (line) =>
      inTurn(async () => succeed(listPeople((await readNew()).entries, line)), toReadError),
    exportTo: (file, format, text, filter) =>
      inTurn(async () => exportHistory(file, format, await find(text, filter)), toReadError),
    clear: () => inTurn(() => removeBefore(Number.POSITIVE_INFINITY), toWriteError),
    keepFor: (days) =>
      inTurn(async () => {
        const saved = await saveKeepDays(days);
        if (!saved.ok) return saved;
        const isShorter = days < keepDays;
        keepDays = days;
        // The agent wants this, so nothing that looks older is kept in case the clock is wrong.
        return isShorter ? removeBefore(clock.now() - days * DAY_MS) : saved;
      }, toWriteError),
    dispose: async () => {
      isDisposed = true;
      cancelExpiry();
      cancelCleanup();
      await last;
    },
  };
}

function listPeople(entries: readonly HistoryEntry[], line: string): HistoryPerson[] {
  const people = new Map<string, HistoryPerson>();
  for (let index = entries.length - 1; index >= 0 && people.size < MAX_PEOPLE; index -= 1) {
    const entry = entries[index];
    if (entry?.kind !== 'call' || entry.line !== line || entry.address === undefined) continue;
    const { address, caller, parties } = entry;
    if (!people.has(address))
      people.set(address, { address, name: caller ?? parties[0] ?? address });
  }
  return [...people.values()];
}

function toReadError(): AppError {
  return { code: 'internal', detail: 'the journal cannot be read' };
}
