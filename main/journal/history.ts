import type { HistoryPage, HistoryQuery } from '../../contract/history';
import type { HistoryDays, HistoryFilter, HistoryFormat } from '../../contract/history-choices';
import { fail, succeed, type Result } from '../../contract/result';
import type { Clock } from '../time/clock';
import type { AppError } from '../../contract/errors';
import { toDiskError } from '../disk/disk-error';
import { exportHistory } from './export-history';
import { createHistoryFold, type HistoryFold } from './fold-history';
import type { Journal } from './journal';
import { createOpenConferences } from './journal-lines';
import { createHistorySearch } from './search-history';

/**
 * What happened, from the journal. Nothing is read until it is asked for, and what was read is forgotten
 * when nobody has asked for a while. Errors: `internal` where the journal cannot be read, `not-saved`
 * where it or an export cannot be written.
 */
export interface History {
  /** Takes out what is too old, now and once a day. */
  start(): void;
  search(query: HistoryQuery): Promise<Result<HistoryPage>>;
  /** Writes all that the text finds to a file, newest first. */
  exportTo(
    file: string,
    format: HistoryFormat,
    text: string,
    filter?: HistoryFilter,
  ): Promise<Result<null>>;
  /** Takes out everything but what an open conference needs to be found again after a crash. */
  clear(): Promise<Result<null>>;
  /** From now on, and at once. */
  keepFor(days: HistoryDays): Promise<Result<null>>;
  dispose(): void;
}

export interface HistoryOptions {
  readonly journal: Journal;
  /** Where the journal is, for those who have to make room for it. */
  readonly file: string;
  readonly clock: Clock;
  readonly keepDays: HistoryDays;
  /** The lines on which the agent leads conferences, which go on without the app. */
  readonly ledLines: readonly string[];
  /** Keeps the choice for the next run. */
  readonly saveKeepDays: (days: HistoryDays) => Promise<Result<null>>;
  /** Called when the daily cleanup failed; it is tried again the next day. */
  readonly onProblem: (problem: string) => void;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
/** How long what was read is kept for the next question. */
const FORGET_AFTER_MS = 60_000;

/** What was read of the journal, and how far. */
interface Reading {
  readonly edition: number;
  readonly fold: HistoryFold;
  place: number;
}

export function createHistory(options: HistoryOptions): History {
  const { journal, clock, saveKeepDays, onProblem } = options;
  const finder = createHistorySearch();
  let keepDays = options.keepDays;
  let reading: Reading | undefined;
  let cancelForgetting: () => void = () => undefined;
  let cancelTidying: () => void = () => undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isDisposed = false;

  function toWriteError(error: unknown): AppError {
    return toDiskError(error, options.file);
  }

  /** One after the other: the journal cannot be read while lines are taken out. */
  function inTurn<Value>(
    act: () => Promise<Result<Value>>,
    toError: (error: unknown) => AppError,
  ): Promise<Result<Value>> {
    const result = last.then(act).catch((error: unknown) => fail(toError(error)));
    last = result;
    return result;
  }

  /** Reads on from where the last question ended. */
  async function readOn(): Promise<HistoryFold> {
    if (reading?.edition !== journal.edition) {
      reading = { edition: journal.edition, fold: createHistoryFold(), place: 0 };
    }
    const { fold } = reading;
    reading.place = await journal.read(reading.place, (line) => {
      fold.add(line);
      return true;
    });
    cancelForgetting();
    if (!isDisposed) cancelForgetting = clock.after(FORGET_AFTER_MS, forget);
    return fold;
  }

  function forget(): void {
    reading = undefined;
  }

  /**
   * Takes out what is older than a moment, in ms since the epoch. The last line of an open conference
   * stays: without it nobody could close that conference after a crash.
   */
  async function takeOutBefore(moment: number): Promise<Result<null>> {
    const open = createOpenConferences(options.ledLines);
    const end = await journal.read(0, (line) => {
      open.follow(line);
      return true;
    });
    await journal.rewrite(end, (line) => Date.parse(line.t) >= moment || open.has(line));
    forget();
    return succeed(null);
  }

  /** Lines are in the order of time, so usually the first one shows that there is nothing to do. */
  async function tidy(): Promise<Result<null>> {
    const now = clock.now();
    const moment = now - keepDays * DAY_MS;
    let first = now;
    await journal.read(0, (line) => {
      first = Date.parse(line.t);
      return false;
    });
    return first >= moment && first <= now ? succeed(null) : takeOutBefore(moment);
  }

  function start(): void {
    cancelTidying = clock.after(DAY_MS, start);
    void inTurn(tidy, toWriteError).then((result) => {
      if (!result.ok) onProblem(result.error.detail ?? result.error.code);
    });
  }

  return {
    start,
    search: ({ text, filter, limit }) =>
      inTurn(async () => {
        const found = finder.find((await readOn()).entries, text, filter);
        return succeed({ entries: found.slice(0, limit), total: found.length, keepDays });
      }, toReadError),
    exportTo: (file, format, text, filter) =>
      inTurn(
        async () =>
          exportHistory(file, format, finder.find((await readOn()).entries, text, filter)),
        toReadError,
      ),
    clear: () => inTurn(() => takeOutBefore(Number.POSITIVE_INFINITY), toWriteError),
    keepFor: (days) =>
      inTurn(async () => {
        const saved = await saveKeepDays(days);
        if (!saved.ok) return saved;
        keepDays = days;
        return tidy();
      }, toWriteError),
    dispose: () => {
      isDisposed = true;
      cancelForgetting();
      cancelTidying();
    },
  };
}

function toReadError(): AppError {
  return { code: 'internal', detail: 'the journal cannot be read' };
}
